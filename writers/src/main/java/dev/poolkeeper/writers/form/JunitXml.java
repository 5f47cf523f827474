package dev.poolkeeper.writers.form;

import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the XML that JUnit made common and pipelines read: suites of cases, of which each passed,
 * failed, could not be judged (error) or was left out (skipped). Characters that XML does not allow
 * are made visible.
 */
final class JunitXml {

  /** How a case ended. */
  enum Outcome {
    PASSED(""),
    FAILED("failure"),
    ERROR("error"),
    SKIPPED("skipped");

    private final String element;

    Outcome(String element) {
      this.element = element;
    }
  }

  /**
   * @param type a word for what failed
   * @param message one line; empty when it passed
   * @param details further lines
   */
  record Case(String name, Outcome outcome, String type, String message, List<String> details) {

    static Case passed(String name, List<String> details) {
      return new Case(name, Outcome.PASSED, "", "", details);
    }
  }

  /**
   * @param className before the name of each case
   */
  record Suite(String name, String className, Map<String, String> properties, List<Case> cases) {

    private long count(Outcome outcome) {
      return cases.stream().filter(one -> one.outcome() == outcome).count();
    }
  }

  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * @param at when it was measured, ISO 8601 without a zone, as the format wants it
   */
  static void write(String name, String at, List<Suite> suites, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new JunitXml(xml).suites(name, at, suites);
      xml.flush();
      out.write('\n');
    } catch (XMLStreamException e) {
      throw new IOException("the JUnit XML could not be written", e);
    }
  }

  private void suites(String name, String at, List<Suite> suites) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", name);
    counts(suites);
    for (Suite suite : suites) {
      suite(suite, at);
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void counts(List<Suite> suites) throws XMLStreamException {
    number("tests", suites.stream().mapToLong(suite -> suite.cases().size()).sum());
    number("failures", suites.stream().mapToLong(suite -> suite.count(Outcome.FAILED)).sum());
    number("errors", suites.stream().mapToLong(suite -> suite.count(Outcome.ERROR)).sum());
    number("skipped", suites.stream().mapToLong(suite -> suite.count(Outcome.SKIPPED)).sum());
  }

  private void suite(Suite suite, String at) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", suite.name());
    counts(List.of(suite));
    attribute("time", "0");
    attribute("timestamp", at);
    if (!suite.properties().isEmpty()) {
      properties(suite.properties());
    }
    for (Case one : suite.cases()) {
      testCase(suite.className(), one);
    }
    line(1);
    xml.writeEndElement();
  }

  private void properties(Map<String, String> properties) throws XMLStreamException {
    line(2);
    xml.writeStartElement("properties");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      line(3);
      xml.writeEmptyElement("property");
      attribute("name", property.getKey());
      attribute("value", property.getValue());
    }
    line(2);
    xml.writeEndElement();
  }

  private void testCase(String className, Case one) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    attribute("classname", className);
    attribute("name", one.name());
    attribute("time", "0");
    String details = String.join("\n", one.details().stream().map(VisibleText::of).toList());
    if (one.outcome() != Outcome.PASSED) {
      line(3);
      xml.writeStartElement(one.outcome().element);
      attribute("message", one.message());
      if (one.outcome() != Outcome.SKIPPED) {
        attribute("type", one.type());
        xml.writeCharacters(details);
      }
      xml.writeEndElement();
    }
    if (!details.isEmpty()
        && (one.outcome() == Outcome.PASSED || one.outcome() == Outcome.SKIPPED)) {
      line(3);
      xml.writeStartElement("system-out");
      xml.writeCharacters(details);
      xml.writeEndElement();
    }
    line(2);
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, VisibleText.of(value));
  }

  private void number(String name, long value) throws XMLStreamException {
    xml.writeAttribute(name, Long.toString(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
