package io.robotocore.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The files that the importer wrote: all of them, completely. */
class ModelFilesTest {

  private static final Set<String> DOCUMENTATION =
      Set.of("documentation", "deprecatedMessage", "examples");

  private final AwsModels models = AwsModels.load();

  @TestFactory
  Iterable<DynamicTest> file_ofEachService_isWholeAsciiJsonWithoutDocumentation() {
    return models.ids().stream()
        .map(id -> DynamicTest.dynamicTest(id, () -> readAsJson(id)))
        .toList();
  }

  @TestFactory
  Iterable<DynamicTest> model_ofEachService_resolvesCompletely() {
    return models.ids().stream().map(id -> DynamicTest.dynamicTest(id, () -> resolve(id))).toList();
  }

  @TestFactory
  Iterable<DynamicTest> index_ofEachService_agreesWithItsModel() {
    return models.index().entries().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> compare(entry)))
        .toList();
  }

  private static void readAsJson(String id) throws IOException {
    byte[] bytes = bytes(id);
    assertThat(new String(bytes, StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII))
        .isEqualTo(bytes);
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      Set<String> topLevel = new HashSet<>();
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.getParsingContext().getParent().inRoot()) {
          topLevel.add(parser.currentName());
        }
        if (token == JsonToken.VALUE_STRING) {
          assertThat(DOCUMENTATION)
              .doesNotContain(Objects.requireNonNullElse(parser.currentName(), ""));
        }
      }
      assertThat(topLevel).containsExactlyInAnyOrder("metadata", "operations", "shapes");
    }
  }

  private static byte[] bytes(String id) throws IOException {
    try (InputStream in = ModelFilesTest.class.getResourceAsStream("/aws-models/" + id + ".json")) {
      return Objects.requireNonNull(in, id).readAllBytes();
    }
  }

  private void resolve(String id) {
    ServiceModel service = models.service(id).orElseThrow();
    assertThat(service.operationNames()).isNotEmpty();
    assertThat(service.protocols()).isNotEmpty();
    for (String name : service.operationNames()) {
      resolve(service.operation(name).orElseThrow());
    }
    for (String name : service.shapeNames()) {
      Shape shape = service.shape(name);
      resolve(shape);
      shape.constraints().pattern().ifPresent(Pattern::compile);
      boolean isError = shape instanceof StructureShape structure && structure.isError();
      assertThat(service.error(name).isPresent()).as(name).isEqualTo(isError);
    }
  }

  private static void resolve(OperationModel operation) {
    assertThat(operation.requestUri()).startsWith("/");
    assertThat(operation.input().members()).hasSize(operation.input().size());
    assertThat(operation.output().members()).hasSize(operation.output().size());
    assertThat(operation.errors()).allMatch(StructureShape::isError);
    operation.paginator().ifPresent(paginator -> resolve(operation, paginator));
  }

  private static void resolve(OperationModel operation, Paginator paginator) {
    assertThat(paginator.inputTokens()).hasSameSizeAs(paginator.outputTokens());
    assertThat(operation.input().members().stream().map(Member::name))
        .containsAll(paginator.inputTokens());
  }

  private static void resolve(Shape shape) {
    if (shape instanceof StructureShape structure) {
      for (int i = 0; i < structure.size(); i++) {
        Member member = structure.members().get(i);
        assertThat(member.index()).isEqualTo(i);
        assertThat(structure.member(member.name())).containsSame(member);
        resolve(member);
      }
    } else if (shape instanceof ListShape list) {
      resolve(list.member());
    } else if (shape instanceof MapShape map) {
      resolve(map.key());
      resolve(map.value());
      assertThat(map.key().target().type()).isEqualTo(ShapeType.STRING);
    }
  }

  private static void resolve(Member member) {
    assertThat(member.target().name()).isNotEmpty();
    if (member.location() != Location.HEADERS) {
      assertThat(member.wireName()).isNotEmpty();
      assertThat(member.xmlName()).isNotEmpty();
    }
    if (member.timestampFormat() != TimestampFormat.OF_PROTOCOL) {
      assertThat(member.target().type()).isEqualTo(ShapeType.TIMESTAMP);
    }
  }

  private void compare(IndexEntry entry) {
    ServiceModel service = models.service(entry.id()).orElseThrow();
    assertThat(entry.signingName()).isEqualTo(service.signingName());
    assertThat(entry.endpointPrefix()).isEqualTo(service.endpointPrefix());
    assertThat(entry.targetPrefix()).isEqualTo(service.targetPrefix().orElse(""));
    assertThat(entry.apiVersion()).isEqualTo(service.apiVersion());
    assertThat(entry.speaksQuery())
        .isEqualTo(service.protocols().stream().anyMatch(ProtocolId::isQuery));
    assertThat(entry.speaksRest())
        .isEqualTo(service.protocols().stream().anyMatch(ProtocolId::isRest));
  }
}
