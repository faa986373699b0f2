package io.robotocore.services.sts;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/**
 * The policies that limit a session.
 *
 * @param inline the one that the request contains
 * @param arns the managed ones
 */
record SessionPolicies(Optional<String> inline, List<String> arns) {

  /** How many managed policies there may be. */
  private static final int MAX_ARNS = 10;

  /** How many characters all policies may have together. */
  private static final int MAX_CHARACTERS = 2_048;

  /** How many packed bytes fill the space of a session, as far as one can tell from outside. */
  private static final int PACKED_SPACE = 2_048;

  static SessionPolicies of(Optional<String> inline, List<PolicyDescriptorType> managed) {
    inline.ifPresent(SessionPolicies::check);
    List<String> arns =
        managed.stream().flatMap(policy -> Optional.ofNullable(policy.arn()).stream()).toList();
    if (arns.size() > MAX_ARNS) {
      throw StsError.invalid(
          "1 validation error detected: Value '"
              + arns
              + "' at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10");
    }
    return new SessionPolicies(inline, arns);
  }

  private static void check(String policy) {
    Map<String, Object> document;
    try {
      document = JSONObjectUtils.parse(policy);
    } catch (ParseException e) {
      throw StsError.malformedPolicy("This policy contains invalid Json");
    }
    List<?> statements =
        document.get("Statement") instanceof List<?> list
            ? list
            : Optional.<Object>ofNullable(document.get("Statement"))
                .map(List::of)
                .orElse(List.of());
    if (statements.isEmpty() || !statements.stream().allMatch(SessionPolicies::isStatement)) {
      throw StsError.malformedPolicy("Syntax errors in policy.");
    }
    if (statements.stream().anyMatch(SessionPolicies::namesPrincipal)) {
      throw StsError.malformedPolicy("Policy document should not specify a principal.");
    }
  }

  private static boolean isStatement(Object statement) {
    return statement instanceof Map<?, ?> members
        && Set.of("Allow", "Deny").contains(String.valueOf(members.get("Effect")))
        && (members.containsKey("Action") || members.containsKey("NotAction"))
        && (members.containsKey("Resource") || members.containsKey("NotResource"));
  }

  private static boolean namesPrincipal(Object statement) {
    return statement instanceof Map<?, ?> members
        && (members.containsKey("Principal") || members.containsKey("NotPrincipal"));
  }

  /** How much of the space for policies and tags is taken, in percent; empty without any. */
  Optional<Integer> packedSize(SessionTags tags) {
    if (inline.isEmpty() && arns.isEmpty() && tags.all().isEmpty()) {
      return Optional.empty();
    }
    int characters = inline.orElse("").length() + arns.stream().mapToInt(String::length).sum();
    String plain = inline.orElse("") + String.join(",", arns) + tags.all();
    int percent =
        Math.max(percentOf(MAX_CHARACTERS, characters), percentOf(PACKED_SPACE, packed(plain)));
    if (percent > 100) {
      throw StsError.policyTooLarge(percent);
    }
    return Optional.of(percentOf(PACKED_SPACE, packed(plain)));
  }

  private static int percentOf(int space, int taken) {
    return (taken * 100 + space - 1) / space;
  }

  private static int packed(String plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
      deflater.setInput(bytes);
      deflater.finish();
      int packed = deflater.deflate(new byte[bytes.length + 64]);
      return packed;
    } finally {
      deflater.end();
    }
  }
}
