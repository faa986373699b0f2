package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Amazon SES: identities, which are verified as soon as somebody asks for it, and mail of them. The
 * mail is taken, and goes nowhere.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference/API_VerifyEmailIdentity.html">
 *     VerifyEmailIdentity</a>
 */
final class Ses implements Behaviour {

  private static final Pattern FROM = Pattern.compile("(?im)^From:[ \\t]*(.*)$");

  private static final String IDENTITY = "identity";

  @Override
  public Map<String, Answer> operations() {
    Map<String, Answer> operations = new LinkedHashMap<>();
    operations.put("VerifyEmailIdentity", scene -> verified(scene, "EmailAddress"));
    operations.put("VerifyEmailAddress", scene -> verified(scene, "EmailAddress"));
    operations.put("VerifyDomainIdentity", scene -> verified(scene, "Domain"));
    operations.put("DeleteIdentity", Ses::deleted);
    operations.put("ListIdentities", Ses::listed);
    operations.put("ListVerifiedEmailAddresses", Ses::addresses);
    operations.put("GetIdentityVerificationAttributes", Ses::attributes);
    operations.put("SendEmail", Ses::sent);
    operations.put("SendRawEmail", Ses::sentRaw);
    return operations;
  }

  private static Map<String, Object> verified(Scene scene, String member) {
    String name = Structures.text(scene.input(), member);
    Entity identity = find(scene, name).orElseGet(() -> make(scene, name));
    return member.equals("Domain")
        ? Map.of("VerificationToken", identity.attribute("verificationtoken").orElse(""))
        : Map.of();
  }

  private static Entity make(Scene scene, String name) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put(IDENTITY, name);
    if (!name.contains("@")) {
      attributes.put(
          "verificationtoken",
          scene.call().random().text(44, "abcdefghijklmnopqrstuvwxyz0123456789"));
    }
    return new Creation(scene, resource(scene)).make(attributes);
  }

  private static Resource resource(Scene scene) {
    return scene.design().resource(IDENTITY).orElseThrow();
  }

  private static Optional<Entity> find(Scene scene, String name) {
    return scene.state().get(new EntityKey(IDENTITY, "", name));
  }

  private static Map<String, Object> deleted(Scene scene) {
    find(scene, Structures.text(scene.input(), "Identity")).ifPresent(scene.state()::remove);
    return Map.of();
  }

  private static Map<String, Object> listed(Scene scene) {
    String type = Structures.text(scene.input(), "IdentityType");
    List<Entity> wanted =
        scene
            .state()
            .all(IDENTITY)
            .filter(
                identity ->
                    type.isEmpty()
                        || type.equals("EmailAddress") == identity.key().id().contains("@"))
            .toList();
    Page<Entity> page = Page.of(scene, wanted);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Identities", page.entries().stream().map(identity -> identity.key().id()).toList());
    page.continueIn(answer);
    return answer;
  }

  private static Map<String, Object> addresses(Scene scene) {
    return Map.of(
        "VerifiedEmailAddresses",
        scene
            .state()
            .all(IDENTITY)
            .map(identity -> identity.key().id())
            .filter(name -> name.contains("@"))
            .toList());
  }

  private static Map<String, Object> attributes(Scene scene) {
    Map<String, Object> known = new LinkedHashMap<>();
    if (scene.input().get("Identities") instanceof List<?> names) {
      for (Object name : names) {
        find(scene, String.valueOf(name))
            .ifPresent(identity -> known.put(identity.key().id(), verification(identity)));
      }
    }
    return Map.of("VerificationAttributes", known);
  }

  private static Map<String, Object> verification(Entity identity) {
    Map<String, Object> verification = new LinkedHashMap<>();
    verification.put("VerificationStatus", "Success");
    identity
        .attribute("verificationtoken")
        .ifPresent(token -> verification.put("VerificationToken", token));
    return verification;
  }

  private static Map<String, Object> sent(Scene scene) {
    return accepted(scene, Structures.text(scene.input(), "Source"));
  }

  private static Map<String, Object> sentRaw(Scene scene) {
    String source = Structures.text(scene.input(), "Source");
    if (!source.isEmpty()) {
      return accepted(scene, source);
    }
    String mail =
        scene.input().get("RawMessage") instanceof Map<?, ?> raw
                && raw.get("Data") instanceof software.amazon.awssdk.core.SdkBytes data
            ? data.asUtf8String()
            : "";
    Matcher from = FROM.matcher(mail);
    if (!from.find()) {
      throw new DocumentError("InvalidParameterValue", "Missing required header 'From'.", Map.of());
    }
    return accepted(scene, from.group(1).strip());
  }

  /** Mail is sent from addresses that are verified, or that are of a domain which is. */
  private static Map<String, Object> accepted(Scene scene, String source) {
    checkVerified(scene, IDENTITY, source);
    return Map.of("MessageId", messageId(scene));
  }

  /**
   * Makes sure that a sender is verified, or of a domain which is.
   *
   * @throws DocumentError if it is not
   */
  static void checkVerified(Scene scene, String noun, String source) {
    String address = source.replaceFirst("(?s)^.*<([^<>]*)>.*$", "$1").strip();
    String domain = address.substring(address.indexOf('@') + 1);
    boolean verified =
        Stream.of(address, domain)
            .anyMatch(name -> scene.state().get(new EntityKey(noun, "", name)).isPresent());
    if (!verified) {
      throw new DocumentError(
          "MessageRejected",
          "Email address is not verified. The following identities failed the check in region "
              + scene.call().region().toUpperCase(Locale.ROOT)
              + ": "
              + address,
          Map.of());
    }
  }

  /** The id of a message, in the form that SES gives it. */
  static String messageId(Scene scene) {
    return "0100" + scene.call().random().hex(12) + "-" + scene.call().random().uuid() + "-000000";
  }
}
