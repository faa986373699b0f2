package io.robotocore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.model.AwsModels;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.TestModels;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of all ages send JSON as, and what they want back. */
class MediaTypesTest {

  private static final ServiceModel LAMBDA = AwsModels.load().service("lambda").orElseThrow();
  private static final String CREATE = "/2015-03-31/functions";
  private static final Map<String, String> FUNCTION = Map.of("FunctionName", "f");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=UTF-8",
        "application/x-amz-json-1.1",
        "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded"
      })
  void createFunction_jsonByAnyUsualName_isRead(String mediaType) {
    Object read = read(Headers.of("Content-Type", mediaType));
    assertThat(read).isEqualTo(FUNCTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*;q=0.5", "text/html, Application/JSON"})
  void createFunction_acceptWithJson_isRead(String accept) {
    Object read = read(Headers.of("Accept", accept));
    assertThat(read).isEqualTo(FUNCTION);
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type, application/xml, UnsupportedMediaTypeException, 415",
    "Content-Type, multipart/form-data; boundary=b, UnsupportedMediaTypeException, 415",
    "Accept, text/html, NotAcceptableException, 406",
    "Accept, application/jsonp, NotAcceptableException, 406"
  })
  void createFunction_somethingElseThanJson_isRefused(
      String header, String value, String code, int status) {
    Headers headers = Headers.of(header, value);
    assertThatThrownBy(() -> read(headers))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.status()).isEqualTo(status);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "image/png"})
  void invoke_payloadIsABlob_isReadWhateverItIs(String mediaType) {
    String path = "/2015-03-31/functions/f/invocations";
    Headers headers = Headers.of("Content-Type", mediaType, "Accept", mediaType);
    Object read = read(new HttpRequest("POST", path, "", headers, Body.of("payload")));
    assertThat(read)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("FunctionName", "f")
        .containsKey("Payload");
  }

  private static Object read(Headers headers) {
    return read(new HttpRequest("POST", CREATE, "", headers, Body.of("{\"FunctionName\":\"f\"}")));
  }

  private static Object read(HttpRequest request) {
    var route = TestModels.route(LAMBDA, request).orElseThrow();
    return Rest.JSON.read(route, request, new DocumentBinding(route.operation().input()));
  }
}
