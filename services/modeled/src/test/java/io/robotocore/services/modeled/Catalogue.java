package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.model.AwsModels;
import java.util.List;
import java.util.Map;

/**
 * Calls of one service, made with documents as boto3 makes them.
 *
 * @param emulator what answers
 * @param service the service
 */
record Catalogue(Emulator emulator, String service) {

  private static final AwsModels MODELS = AwsModels.load();

  /** A call of any service. */
  static DocumentClient.Answer call(
      Emulator emulator, String service, String operation, Map<String, Object> input) {
    return new Catalogue(emulator, service).call(operation, input);
  }

  DocumentClient.Answer call(String operation, Map<String, Object> input) {
    return new DocumentClient(emulator.httpClient(), "111111111111", "us-east-1")
        .call(MODELS.service(service).orElseThrow().operation(operation).orElseThrow(), input);
  }

  /** The output of a call that succeeds. */
  Map<String, Object> ok(String operation, Map<String, Object> input) {
    DocumentClient.Answer answer = call(operation, input);
    assertThat(answer.ok()).as(answer.text()).isTrue();
    return answer.output();
  }

  /** The code of the error of a call that fails. */
  String error(String operation, Map<String, Object> input) {
    DocumentClient.Answer answer = call(operation, input);
    assertThat(answer.ok()).as(answer.text()).isFalse();
    return answer.code().split(" ", 2)[0];
  }

  /** A structure of an output. */
  Map<String, Object> structure(String operation, Map<String, Object> input, String member) {
    return structure(ok(operation, input).get(member));
  }

  /** A list of an output. */
  List<Object> list(String operation, Map<String, Object> input, String member) {
    return List.copyOf((List<?>) ok(operation, input).get(member));
  }

  /** The only structure in a list of an output. */
  Map<String, Object> only(String operation, Map<String, Object> input, String member) {
    List<Object> list = list(operation, input, member);
    assertThat(list).hasSize(1);
    return structure(list.get(0));
  }

  /** A value that is a structure. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> structure(Object value) {
    return (Map<String, Object>) value;
  }
}
