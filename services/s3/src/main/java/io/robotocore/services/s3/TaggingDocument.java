package io.robotocore.services.s3;

import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML in which pages write the tags of a file that is uploaded. */
final class TaggingDocument {

  private TaggingDocument() {}

  /** The tags as they stand in a header. */
  static String header(String document) {
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      return header(factory.createXMLStreamReader(new StringReader(document)));
    } catch (XMLStreamException e) {
      throw S3Error.malformedXml();
    }
  }

  private static String header(XMLStreamReader xml) throws XMLStreamException {
    List<String> tags = new ArrayList<>();
    String key = "";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "Key" -> key = encoded(xml.getElementText());
          case "Value" -> tags.add(key + "=" + encoded(xml.getElementText()));
          default -> {}
        }
      }
    }
    return String.join("&", tags);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
