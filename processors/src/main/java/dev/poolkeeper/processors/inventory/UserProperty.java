package dev.poolkeeper.processors.inventory;

/** A ZFS user property with its origin: an inherited one says nothing about the object itself. */
public record UserProperty(String value, PropertySource source) {}
