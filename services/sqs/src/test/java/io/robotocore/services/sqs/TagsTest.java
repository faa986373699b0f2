package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;

@AwsEmulator
final class TagsTest {

  private final SqsClient sqs;
  private String url = "";

  TagsTest(SqsClient sqs) {
    this.sqs = sqs;
  }

  @BeforeEach
  void createQueue() {
    url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private void tag(Map<String, String> tags) {
    sqs.tagQueue(in -> in.queueUrl(url).tags(tags));
  }

  private Map<String, String> tags() {
    return sqs.listQueueTags(in -> in.queueUrl(url)).tags();
  }

  @Test
  void tagQueue_tags_areAddedAndOverwritten() {
    tag(Map.of("a", "1", "b", ""));
    tag(Map.of("a", "2", "é _.:/=+-@", "x"));

    assertThat(tags()).isEqualTo(Map.of("a", "2", "b", "", "é _.:/=+-@", "x"));
  }

  @Test
  void untagQueue_keys_areGone() {
    tag(Map.of("a", "1", "b", "2", "c", "3"));
    sqs.untagQueue(in -> in.queueUrl(url).tagKeys("a", "c", "none"));

    assertThat(tags()).isEqualTo(Map.of("b", "2"));
  }

  @Test
  void tagQueue_none_isRefused() {
    assertRefused(
        () -> tag(Map.of()), "MissingParameter", "The request must contain the parameter Tags.");
    assertInvalid(
        () -> sqs.untagQueue(in -> in.queueUrl(url).tagKeys(new String[0])),
        "Tag keys must be between 1 and 128 characters in length.");
  }

  @Test
  void tagQueue_moreThanFifty_isRefused() {
    tag(IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v")));
    tag(Map.of("k0", "again"));

    assertInvalid(() -> tag(Map.of("k50", "v")), "Too many tags added for queue orders.");
    assertThat(tags()).hasSize(50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | x | Tag keys must be between 1 and 128 characters in length.",
        "aws:x | x | Tag keys beginning with 'aws:' are reserved for system use.",
        "a? | x | Tags can only include Unicode letters, digits, whitespace, and the characters _"
            + " . : / = + - @.",
        "a | <> | Tags can only include Unicode letters, digits, whitespace, and the characters _"
            + " . : / = + - @."
      })
  void tagQueue_wrongTag_isRefused(String key, String value, String message) {
    assertInvalid(() -> tag(Map.of(key, value)), message);
  }

  @Test
  void tagQueue_tooLong_isRefused() {
    assertInvalid(
        () -> tag(Map.of("k".repeat(129), "v")),
        "Tag keys must be between 1 and 128 characters in length.");
    assertInvalid(
        () -> tag(Map.of("k", "v".repeat(257))),
        "Tag values must be between 0 and 256 characters in length.");
  }
}
