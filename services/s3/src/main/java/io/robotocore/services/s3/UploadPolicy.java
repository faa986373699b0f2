package io.robotocore.services.s3;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What whoever made a form allows to be sent with it.
 *
 * @param expires until when
 * @param conditions what has to hold
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html">POST
 *     policy</a>
 */
record UploadPolicy(Instant expires, List<Rule> conditions) {

  /** Fields that no condition has to allow. */
  private static final Set<String> FREE =
      Set.of("awsaccesskeyid", "signature", "file", "policy", "x-amz-signature", "bucket");

  /** The policy in a form's field. */
  static UploadPolicy of(String base64) {
    try {
      String text =
          new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8).strip();
      JsonNode document =
          text.startsWith("{") ? JsonNode.parser().parse(text) : JsonNode.emptyObjectNode();
      String expiration =
          document
              .field("expiration")
              .orElseThrow(() -> invalid("Policy missing expiration."))
              .text();
      JsonNode conditions =
          document.field("conditions").orElseThrow(() -> invalid("Policy missing conditions."));
      List<Rule> rules = new ArrayList<>();
      conditions.asArray().forEach(node -> rules.addAll(rules(node)));
      return new UploadPolicy(Instant.parse(expiration), rules);
    } catch (UncheckedIOException | IllegalArgumentException | UnsupportedOperationException e) {
      throw invalid("Invalid JSON.");
    } catch (DateTimeException e) {
      throw invalid("Invalid 'expiration' value");
    }
  }

  private static RuntimeException invalid(String message) {
    return S3Error.of(400, "InvalidPolicyDocument: Invalid Policy: " + message, Map.of());
  }

  private static List<Rule> rules(JsonNode node) {
    if (node.isObject()) {
      return node.asObject().entrySet().stream()
          .map(entry -> Rule.of("eq", "$" + entry.getKey(), entry.getValue().text()))
          .toList();
    }
    List<JsonNode> parts = node.asArray();
    if (parts.size() != 3) {
      throw invalid("Invalid Condition: wrong number of arguments.");
    }
    return List.of(Rule.of(parts.get(0).text(), parts.get(1).text(), parts.get(2).text()));
  }

  /**
   * Refuses a form that it does not allow.
   *
   * @param bucket the bucket that the form is sent to
   */
  void check(UploadForm form, String bucket, Instant now) {
    if (!now.isBefore(expires)) {
      throw denied("Policy expired.");
    }
    Set<String> allowed = new HashSet<>(FREE);
    for (Rule rule : conditions) {
      if (rule.operator.equals("content-length-range")) {
        rule.checkSize(form.file().length());
      } else {
        allowed.add(rule.field());
        String value = rule.field().equals("bucket") ? bucket : form.field(rule.field()).orElse("");
        if (!rule.fits(value)) {
          throw denied("Policy Condition failed: " + rule);
        }
      }
    }
    form.fields().keySet().stream()
        .filter(name -> !allowed.contains(name) && !name.startsWith("x-ignore-"))
        .findFirst()
        .ifPresent(
            name -> {
              throw denied("Extra input fields: " + name);
            });
  }

  private static RuntimeException denied(String reason) {
    return S3Error.of(403, "AccessDenied: Invalid according to Policy: " + reason, Map.of());
  }

  /**
   * A condition.
   *
   * @param operator how it is compared
   * @param first the field behind a dollar sign, or the smallest size
   * @param second the value, or the largest size
   */
  record Rule(String operator, String first, String second) {

    private static Rule of(String operator, String first, String second) {
      return new Rule(operator.toLowerCase(Locale.ROOT), first, second);
    }

    private String field() {
      return first.substring(1).toLowerCase(Locale.ROOT);
    }

    private boolean fits(String value) {
      return switch (operator) {
        case "eq" -> value.equals(second);
        case "starts-with" -> value.startsWith(second);
        default -> throw invalid("Invalid Condition: unknown operation '%s'.".formatted(operator));
      };
    }

    private void checkSize(long size) {
      long smallest = Long.parseLong(first);
      long largest = Long.parseLong(second);
      if (size > largest) {
        throw ObjectError.entityTooLarge(size, largest);
      }
      if (size < smallest) {
        throw S3Error.of(
            400,
            "EntityTooSmall: Your proposed upload is smaller than the minimum allowed size",
            Map.of("ProposedSize", Long.toString(size), "MinSizeAllowed", first));
      }
    }

    @Override
    public String toString() {
      return "[\"%s\", \"%s\", \"%s\"]".formatted(operator, first, second);
    }
  }
}
