package io.robotocore.services.dynamodb;

import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonReaderBuilder;
import com.amazon.ion.system.IonTextWriterBuilder;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as Amazon Ion, in exports and imports: sets are lists with an annotation, all other types
 * are Ion's own.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">export
 *     output format</a>
 */
final class IonItems {

  private static final String VERSION = "$ion_1_0 ";
  private static final String SET = "$dynamodb_";

  private IonItems() {}

  /** Something that writes Ion. */
  @FunctionalInterface
  private interface Writing {
    void to(IonWriter ion) throws IOException;
  }

  private static String text(Writing writing) {
    StringBuilder text = new StringBuilder(VERSION);
    try (IonWriter ion = IonTextWriterBuilder.standard().build(text)) {
      ion.stepIn(IonType.STRUCT);
      writing.to(ion);
      ion.stepOut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static String line(Document item) {
    return text(ion -> write("Item", item, ion));
  }

  static String line(ChangeOfItem change) {
    return text(
        ion -> {
          ion.setFieldName("Metadata");
          ion.stepIn(IonType.STRUCT);
          ion.setFieldName("WriteTimestampMicros");
          ion.writeDecimal(BigDecimal.valueOf(change.micros()));
          ion.stepOut();
          write("Keys", change.keys(), ion);
          write("OldImage", change.old(), ion);
          write("NewImage", change.item(), ion);
        });
  }

  private static void write(String name, Optional<Document> image, IonWriter ion)
      throws IOException {
    if (image.isPresent()) {
      write(name, image.get(), ion);
    }
  }

  private static void write(String name, Document item, IonWriter ion) throws IOException {
    ion.setFieldName(name);
    write(Attributes.write(item), ion);
  }

  private static void write(Map<String, AttributeValue> item, IonWriter ion) throws IOException {
    ion.stepIn(IonType.STRUCT);
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      ion.setFieldName(attribute.getKey());
      write(attribute.getValue(), ion);
    }
    ion.stepOut();
  }

  private static void write(AttributeValue value, IonWriter ion) throws IOException {
    switch (value.type()) {
      case S -> ion.writeString(value.s());
      case N -> ion.writeDecimal(new BigDecimal(value.n()).stripTrailingZeros());
      case B -> ion.writeBlob(value.b().asByteArrayUnsafe());
      case BOOL -> ion.writeBool(value.bool());
      case NUL -> ion.writeNull();
      case SS -> writeSet("SS", value.ss(), AttributeValue::fromS, ion);
      case NS -> writeSet("NS", value.ns(), AttributeValue::fromN, ion);
      case BS -> writeSet("BS", value.bs(), AttributeValue::fromB, ion);
      case L -> writeList(value.l(), ion);
      default -> write(value.m(), ion);
    }
  }

  private static <T> void writeSet(
      String type, List<T> elements, Function<T, AttributeValue> element, IonWriter ion)
      throws IOException {
    ion.addTypeAnnotation(SET + type);
    writeList(elements.stream().map(element).toList(), ion);
  }

  private static void writeList(List<AttributeValue> elements, IonWriter ion) throws IOException {
    ion.stepIn(IonType.LIST);
    for (AttributeValue element : elements) {
      write(element, ion);
    }
    ion.stepOut();
  }

  /**
   * Reads a line of an export: <code>$ion_1_0 {Item:{…}}</code>.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if that is no item
   */
  static Map<String, AttributeValue> item(String line) {
    try (IonReader ion = IonReaderBuilder.standard().build(line)) {
      if (ion.next() == IonType.STRUCT) {
        ion.stepIn();
        if (ion.next() == IonType.STRUCT && ion.getFieldName().equals("Item")) {
          return map(ion);
        }
      }
      throw Invalid.because("Invalid Ion: no Item");
    } catch (IonException | IOException e) {
      throw Invalid.because("Invalid Ion: " + e.getMessage());
    }
  }

  private static Map<String, AttributeValue> map(IonReader ion) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    ion.stepIn();
    while (ion.next() != null) {
      item.put(ion.getFieldName(), value(ion));
    }
    ion.stepOut();
    return item;
  }

  private static AttributeValue value(IonReader ion) {
    if (ion.isNullValue()) {
      return AttributeValue.fromNul(true);
    }
    return switch (ion.getType()) {
      case STRING, SYMBOL -> AttributeValue.fromS(ion.stringValue());
      case INT, DECIMAL -> AttributeValue.fromN(ion.bigDecimalValue().toString());
      case BLOB -> AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(ion.newBytes()));
      case BOOL -> AttributeValue.fromBool(ion.booleanValue());
      case STRUCT -> AttributeValue.fromM(map(ion));
      case LIST -> list(ion);
      default -> throw Invalid.because("Invalid Ion: an attribute is no " + ion.getType());
    };
  }

  private static AttributeValue list(IonReader ion) {
    String[] annotations = ion.getTypeAnnotations();
    List<AttributeValue> list = new ArrayList<>();
    ion.stepIn();
    while (ion.next() != null) {
      list.add(value(ion));
    }
    ion.stepOut();
    return annotations.length == 0
        ? AttributeValue.fromL(list)
        : set(annotations[0].replace(SET, ""), list);
  }

  private static AttributeValue set(String type, List<AttributeValue> elements) {
    return switch (type) {
      case "SS" -> AttributeValue.fromSs(elements.stream().map(AttributeValue::s).toList());
      case "NS" -> AttributeValue.fromNs(elements.stream().map(AttributeValue::n).toList());
      case "BS" -> AttributeValue.fromBs(elements.stream().map(AttributeValue::b).toList());
      default -> throw Invalid.because("Invalid Ion: no set is annotated with " + type);
    };
  }
}
