package dev.poolkeeper.writers.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes of a page for browsers one for paper: its style is that of paper, its headings become
 * bookmarks, its pictures tell in words what they show, and nothing is left that only a pointer or
 * a keyboard can use.
 */
final class PaperPage {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String TEXT_OF_PICTURE = "alt";

  private final Document document;

  private PaperPage(Document document) {
    this.document = document;
  }

  /**
   * @param page well-formed as XML, without entities of its own
   * @throws IllegalArgumentException when it is not
   */
  static Document of(String page, Paper paper) {
    PaperPage made = new PaperPage(parse(page));
    made.style(paper);
    made.elements("script").forEach(PaperPage::remove);
    made.elements("details").forEach(details -> details.setAttribute("open", "open"));
    made.elements("svg").forEach(made::picture);
    made.elements("ul").filter(PaperPage::inARow).forEach(made::plain);
    made.elements("tr").filter(PaperPage::finding).forEach(made::evidenceBelow);
    made.describe();
    made.bookmarks();
    made.margins();
    return made.document;
  }

  private static Document parse(String page) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // without one, errors are printed
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(page.strip())));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java runtime parses XML", e);
    } catch (SAXException e) {
      throw new IllegalArgumentException("the page is not well-formed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("a page in memory could not be read", e);
    }
  }

  private void style(Paper paper) {
    Element head = only("head");
    elements("style").forEach(PaperPage::remove);
    elements("meta").filter(meta -> meta.hasAttribute("http-equiv")).forEach(PaperPage::remove);
    Element style = document.createElement("style");
    style.appendChild(
        document.createTextNode(
            "@page { size: %s portrait; }%n%s"
                .formatted(paper.word(), PaperStyle.text("paper.css"))));
    head.appendChild(style);
  }

  /** A picture is drawn by itself, and sees nothing of the style of the page around it. */
  private void picture(Element svg) {
    Element style = document.createElementNS(SVG, "style");
    style.appendChild(document.createTextNode(PaperStyle.text("paper-pictures.css")));
    svg.insertBefore(style, svg.getFirstChild());
    String words = inWords(svg);
    svg.setAttribute(TEXT_OF_PICTURE, words.isEmpty() ? "Bar of the figures beside it" : words);
  }

  private static String inWords(Element svg) {
    String label = svg.getAttribute("aria-label");
    return label.isEmpty()
        ? Stream.of("title", "desc")
            .map(svg::getElementsByTagName)
            .filter(found -> found.getLength() > 0)
            .map(found -> found.item(0).getTextContent())
            .reduce((title, words) -> title + ". " + words)
            .orElse("")
        : label;
  }

  /** Tiles and legends stand side by side; to a PDF only what stands below each other is a list. */
  private static boolean inARow(Element list) {
    String classes = list.getAttribute("class");
    return classes.contains("tiles") || classes.contains("legend");
  }

  private void plain(Element list) {
    NodeList children = list.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element item) {
        document.renameNode(item, item.getNamespaceURI(), "div");
      }
    }
    document.renameNode(list, list.getNamespaceURI(), "div");
  }

  private static boolean finding(Element row) {
    return row.hasAttribute("data-severity");
  }

  /** Charts and evidence take the width of the page, each in a row of its own. */
  private void evidenceBelow(Element row) {
    Element subject = (Element) row.getElementsByTagName("th").item(0);
    List<Element> parts =
        Stream.of("figure", "details")
            .flatMap(tag -> elements(subject.getElementsByTagName(tag)))
            .toList();
    int width = row.getElementsByTagName("td").getLength() + 1;
    Element above = row;
    for (Element part : parts) {
      Element cell = document.createElement("td");
      cell.setAttribute("colspan", String.valueOf(width));
      cell.appendChild(part);
      Element below = document.createElement("tr");
      below.setAttribute("class", "evidence");
      below.appendChild(cell);
      above.setAttribute("class", above.getAttribute("class") + " headed");
      row.getParentNode().insertBefore(below, above.getNextSibling());
      above = below;
    }
  }

  private void describe() {
    Element head = only("head");
    String title = only("title").getTextContent();
    for (String name : List.of("subject", "description")) {
      Element meta = document.createElement("meta");
      meta.setAttribute("name", name);
      meta.setAttribute("content", title);
      head.appendChild(meta);
    }
  }

  private void bookmarks() {
    Element bookmarks = document.createElement("bookmarks");
    Element section = bookmarks;
    for (Element heading : headings()) {
      Element bookmark = document.createElement("bookmark");
      bookmark.setAttribute("name", name(heading));
      bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
      if (heading.getTagName().equals("h2")) {
        bookmarks.appendChild(bookmark);
        section = bookmark;
      } else {
        section.appendChild(bookmark);
      }
    }
    only("head").appendChild(bookmarks);
  }

  /** Those that can be pointed at, in the order of the page. */
  private List<Element> headings() {
    return elements("*")
        .filter(element -> element.getTagName().equals("h2") || element.getTagName().equals("h3"))
        .filter(element -> element.hasAttribute("id"))
        .toList();
  }

  private static String name(Element heading) {
    StringBuilder name = new StringBuilder();
    for (Node node = heading.getFirstChild(); node != null; node = node.getNextSibling()) {
      boolean mark = node instanceof Element e && e.getAttribute("class").equals("demo-mark");
      name.append(mark ? "" : node.getTextContent());
    }
    return name.toString().strip().replaceAll("\\s+", " ");
  }

  /** What stands at the top of each page. */
  private void margins() {
    Element body = only("body");
    Element running = document.createElement("div");
    running.setAttribute("class", "running");
    running.appendChild(document.createTextNode(only("h1").getTextContent()));
    body.insertBefore(running, body.getFirstChild());
  }

  private Element only(String tag) {
    return elements(tag)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the page has no " + tag));
  }

  /** A copy of the list, so that elements may be taken out while it is gone through. */
  private Stream<Element> elements(String tag) {
    return elements(document.getElementsByTagName(tag));
  }

  private static Stream<Element> elements(NodeList found) {
    List<Element> elements = new ArrayList<>();
    IntStream.range(0, found.getLength()).forEach(i -> elements.add((Element) found.item(i)));
    return elements.stream();
  }

  private static void remove(Element element) {
    element.getParentNode().removeChild(element);
  }
}
