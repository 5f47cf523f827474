package dev.poolkeeper.writers.ticket.jira;

import java.util.Optional;
import org.commonmark.node.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What differs between the two Jiras. */
public enum JiraEdition {
  /** REST API 3: texts are trees (Atlassian Document Format). */
  CLOUD("/rest/api/3", "/search/jql", "issueTypes", "accountId") {
    @Override
    JsonNode text(Node document) {
      return Adf.of(document);
    }
  },
  /** REST API 2: texts are wiki markup. */
  DATA_CENTER("/rest/api/2", "/search", "values", "name") {
    @Override
    JsonNode text(Node document) {
      return JsonNodeFactory.instance.stringNode(WikiText.of(document));
    }
  };

  private final String root;
  private final String search;
  private final String issueTypes;
  private final String account;

  JiraEdition(String root, String search, String issueTypes, String account) {
    this.root = root;
    this.search = search;
    this.issueTypes = issueTypes;
    this.account = account;
  }

  /** A document as this Jira takes it in descriptions and comments. */
  abstract JsonNode text(Node document);

  /** How long a document is for Jira's limit. */
  int size(Node document) {
    JsonNode text = text(document);
    return text.isString() ? text.stringValue().length() : text.toString().length();
  }

  String root() {
    return root;
  }

  /** Where JQL is asked. */
  String search() {
    return root + search;
  }

  /** Field of a list of issue types. */
  String issueTypes() {
    return issueTypes;
  }

  /** Field of a user that no two users share. */
  String account() {
    return account;
  }

  /** As the configuration writes it. */
  public static Optional<JiraEdition> named(String word) {
    return switch (word) {
      case "cloud" -> Optional.of(CLOUD);
      case "data-center" -> Optional.of(DATA_CENTER);
      default -> Optional.empty();
    };
  }
}
