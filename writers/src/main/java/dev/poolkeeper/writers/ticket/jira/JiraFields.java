package dev.poolkeeper.writers.ticket.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Document;
import org.commonmark.node.Link;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the bodies of requests that make tickets and change them. */
final class JiraFields {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PLAN = "pk-plan-";

  private final JiraSettings settings;
  private final JiraApi api;

  JiraFields(JiraSettings settings, JiraApi api) {
    this.settings = settings;
    this.api = api;
  }

  /**
   * A ticket, with what is remembered of it, in one request.
   *
   * @param group key of its group's ticket
   */
  ObjectNode create(JiraText text, JiraMark mark, Optional<String> group) {
    ObjectNode issue = JSON.objectNode();
    ObjectNode fields = issue.putObject("fields");
    usual(fields);
    if (group.isPresent() && settings.subtaskType().isPresent()) {
      fields.putObject("issuetype").put("name", settings.subtaskType().get());
      fields.putObject("parent").put("key", group.get());
    }
    texts(fields, text, mark);
    fields.set("labels", JiraTeller.strings(text.labels()));
    property(issue, mark);
    return issue;
  }

  /** Labels that people gave a ticket stay. */
  ObjectNode edit(JiraText text, JiraTicket ticket, JiraMark mark) {
    ObjectNode change = JSON.objectNode();
    texts(change.putObject("fields"), text, mark);
    List<ObjectNode> labels = new ArrayList<>();
    text.labels().stream()
        .filter(label -> !ticket.labels().contains(label))
        .forEach(label -> labels.add(JSON.objectNode().put("add", label)));
    ticket.labels().stream()
        .filter(label -> label.startsWith(PLAN) && !text.labels().contains(label))
        .forEach(label -> labels.add(JSON.objectNode().put("remove", label)));
    if (!labels.isEmpty()) {
      ArrayNode changes = change.putObject("update").putArray("labels");
      labels.forEach(changes::add);
    }
    property(change, mark);
    return change;
  }

  /** A ticket that is about nothing. */
  ObjectNode test(String summary) {
    ObjectNode issue = JSON.objectNode();
    ObjectNode fields = issue.putObject("fields");
    usual(fields);
    fields.put("summary", summary);
    fields.set("labels", JiraTeller.strings(List.of("poolkeeper-test")));
    return issue;
  }

  private void usual(ObjectNode fields) {
    fields.putObject("project").put("key", settings.project());
    fields.putObject("issuetype").put("name", settings.issueType());
    if (!settings.components().isEmpty()) {
      ArrayNode components = fields.putArray("components");
      settings.components().forEach(name -> components.addObject().put("name", name));
    }
    settings.parent().ifPresent(key -> fields.putObject("parent").put("key", key));
    settings.fields().forEach(fields::put);
  }

  private void texts(ObjectNode fields, JiraText text, JiraMark mark) {
    fields.put("summary", text.summary());
    fields.set("description", description(text, mark.earlier()));
    text.priority().ifPresent(name -> fields.putObject("priority").put("name", name));
  }

  private JsonNode description(JiraText text, String earlier) {
    if (earlier.isEmpty()) {
      return text.description();
    }
    Document line = new Document();
    Paragraph paragraph = new Paragraph();
    Link link = new Link(api.page(earlier), null);
    link.appendChild(new Text(earlier));
    paragraph.appendChild(new Text("This was there before: "));
    paragraph.appendChild(link);
    line.appendChild(paragraph);
    JsonNode first = settings.edition().text(line);
    if (text.description().isString()) {
      return JSON.stringNode(first.stringValue() + "\n\n" + text.description().stringValue());
    }
    ObjectNode whole = text.description().deepCopy().asObject();
    ArrayNode content = whole.path("content").deepCopy().asArray();
    content.insert(0, first.path("content").get(0));
    whole.set("content", content);
    return whole;
  }

  private static void property(ObjectNode issue, JiraMark mark) {
    ObjectNode property = issue.putArray("properties").addObject();
    property.put("key", JiraMark.PROPERTY);
    property.set("value", mark.json());
  }
}
