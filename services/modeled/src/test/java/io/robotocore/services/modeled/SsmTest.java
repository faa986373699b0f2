package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.model.AwsModels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Parameters and documents of Systems Manager.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html">
 *     Parameter Store</a>
 */
@AwsEmulator
final class SsmTest {

  private static final AwsModels MODELS = AwsModels.load();

  private static DocumentClient.Answer call(
      Emulator emulator, String operation, Map<String, Object> input) {
    return new DocumentClient(emulator.httpClient(), "111111111111", "us-east-1")
        .call(MODELS.service("ssm").orElseThrow().operation(operation).orElseThrow(), input);
  }

  private static DocumentClient.Answer put(Emulator emulator, String name, String value) {
    return call(
        emulator,
        "PutParameter",
        Map.of("Name", name, "Value", value, "Type", "String", "Overwrite", true));
  }

  private static Map<?, ?> got(Emulator emulator, String name) {
    DocumentClient.Answer answer = call(emulator, "GetParameter", Map.of("Name", name));
    assertThat(answer.ok()).as(answer.text()).isTrue();
    return (Map<?, ?>) answer.output().get("Parameter");
  }

  private static List<?> names(DocumentClient.Answer answer) {
    return ((List<?>) answer.output().get("Parameters"))
        .stream().<Object>map(one -> ((Map<?, ?>) one).get("Name")).toList();
  }

  @Test
  void put_again_isANewVersion_andTheOldOneCanStillBeRead(Emulator emulator) {
    assertThat(put(emulator, "/app/url", "one").output().get("Version")).isEqualTo(1L);
    assertThat(put(emulator, "/app/url", "two").output().get("Version")).isEqualTo(2L);
    assertThat(got(emulator, "/app/url").get("Value")).isEqualTo("two");
    assertThat(got(emulator, "/app/url:1").get("Value")).isEqualTo("one");
    assertThat(got(emulator, "/app/url").get("ARN"))
        .isEqualTo("arn:aws:ssm:us-east-1:111111111111:parameter/app/url");
    assertThat(call(emulator, "GetParameter", Map.of("Name", "/app/url:9")).code())
        .startsWith("ParameterVersionNotFound");
  }

  @Test
  void put_withoutOverwrite_isRefused(Emulator emulator) {
    Map<String, Object> parameter = Map.of("Name", "p", "Value", "v", "Type", "String");
    assertThat(call(emulator, "PutParameter", parameter).ok()).isTrue();
    assertThat(call(emulator, "PutParameter", parameter).code())
        .startsWith("ParameterAlreadyExists");
  }

  @Test
  void secureString_isOnlyReadWithDecryption(Emulator emulator) {
    call(
        emulator,
        "PutParameter",
        Map.of("Name", "password", "Value", "secret", "Type", "SecureString"));
    assertThat((String) got(emulator, "password").get("Value")).isNotEmpty().isNotEqualTo("secret");
    Map<?, ?> plain =
        (Map<?, ?>)
            call(emulator, "GetParameter", Map.of("Name", "password", "WithDecryption", true))
                .output()
                .get("Parameter");
    assertThat(plain.get("Value")).isEqualTo("secret");
  }

  @Test
  void byPath_tellsOfOneLevelOrOfAll(Emulator emulator) {
    List.of("/a/one", "/a/b/two", "/ab/three").forEach(name -> put(emulator, name, "v"));
    assertThat(names(call(emulator, "GetParametersByPath", Map.of("Path", "/a"))))
        .isEqualTo(List.of("/a/one"));
    assertThat(
            names(call(emulator, "GetParametersByPath", Map.of("Path", "/a", "Recursive", true))))
        .isEqualTo(List.of("/a/b/two", "/a/one"));
  }

  @Test
  void several_thatAreNotThere_areToldApart(Emulator emulator) {
    put(emulator, "here", "v");
    DocumentClient.Answer answer =
        call(emulator, "GetParameters", Map.of("Names", List.of("here", "not")));
    assertThat(names(answer)).isEqualTo(List.of("here"));
    assertThat(answer.output().get("InvalidParameters")).isEqualTo(List.of("not"));
  }

  @Test
  void label_movesFromVersionToVersion(Emulator emulator) {
    put(emulator, "p", "one");
    put(emulator, "p", "two");
    for (long version : List.of(1L, 2L)) {
      call(
          emulator,
          "LabelParameterVersion",
          Map.of("Name", "p", "ParameterVersion", version, "Labels", List.of("prod")));
    }
    assertThat(got(emulator, "p:prod").get("Value")).isEqualTo("two");
    List<?> history =
        (List<?>)
            call(emulator, "GetParameterHistory", Map.of("Name", "p")).output().get("Parameters");
    assertThat(history)
        .extracting(version -> (Object) ((Map<?, ?>) version).get("Labels"))
        .containsExactly(List.of(), List.of("prod"));
  }

  @Test
  void document_updated_keepsItsDefaultVersionUntilAnotherIsChosen(Emulator emulator) {
    call(
        emulator,
        "CreateDocument",
        Map.of("Name", "doc", "Content", "{\"schemaVersion\":\"2.2\"}"));
    Map<String, Object> next =
        Map.of("Name", "doc", "Content", "{\"schemaVersion\":\"2.2\",\"description\":\"two\"}");
    assertThat(call(emulator, "UpdateDocument", next).ok()).isTrue();
    assertThat(call(emulator, "UpdateDocument", next).code())
        .startsWith("DuplicateDocumentContent");
    assertThat(call(emulator, "GetDocument", Map.of("Name", "doc")).output().get("Content"))
        .isEqualTo("{\"schemaVersion\":\"2.2\"}");
    call(emulator, "UpdateDocumentDefaultVersion", Map.of("Name", "doc", "DocumentVersion", "2"));
    assertThat(call(emulator, "GetDocument", Map.of("Name", "doc")).output().get("Content"))
        .isEqualTo(next.get("Content"));
  }
}
