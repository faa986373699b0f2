package io.robotocore.services.s3;

import io.robotocore.service.AccessKeys;
import io.robotocore.service.Call;
import io.robotocore.service.IssuedKey;
import io.robotocore.service.Principal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a form's policy, which is all that says who sends the form.
 *
 * @param form the form
 * @param credential the access key, and in version 4 the day, region and service that it is for
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html">authenticating
 *     requests in browser-based uploads</a>
 */
record FormSignature(UploadForm form, List<String> credential) {

  private static final String SHA256 = "HmacSHA256";

  static FormSignature of(UploadForm form) {
    return new FormSignature(
        form,
        form.field("x-amz-credential")
            .map(scope -> List.of(scope.split("/")))
            .or(() -> form.field("awsaccesskeyid").map(List::of))
            .orElse(List.of("")));
  }

  /**
   * The call by who has signed. Where signatures matter, whoever has signed nothing is nobody.
   *
   * @throws software.amazon.awssdk.services.s3.model.S3Exception if signatures matter and it is
   *     wrong
   */
  Call signer(Call call) {
    boolean matters = call.principal().isAnonymous();
    if (matters && form.field("policy").isEmpty()) {
      return call;
    }
    Optional<IssuedKey> key = key(call);
    if (matters) {
      check(key, call);
    }
    Call signer = key.map(IssuedKey::principal).map(call::as).orElse(call);
    return isVersion4() ? signer.in(credential.get(2)) : signer;
  }

  private boolean isVersion4() {
    return credential.size() > 3;
  }

  private String id() {
    return credential.get(0);
  }

  private Optional<IssuedKey> key(Call call) {
    return id().matches("[0-9]{12}")
        ? Optional.of(
            new IssuedKey(
                id(),
                AccessKeys.secretOf(id()),
                Optional.empty(),
                Principal.root(call.partition(), id()),
                Optional.empty()))
        : call.accessKeys().find(id());
  }

  private void check(Optional<IssuedKey> found, Call call) {
    if (id().isEmpty()) {
      throw missing("AWSAccessKeyId");
    }
    String given =
        form.field(isVersion4() ? "x-amz-signature" : "signature")
            .orElseThrow(() -> missing(isVersion4() ? "X-Amz-Signature" : "Signature"));
    IssuedKey key = found.orElseThrow(() -> S3Error.unknownKey(id()));
    if (key.expired(call.now())) {
      throw S3Error.of(400, "ExpiredToken: The provided token has expired.", Map.of());
    }
    if (!key.sessionToken().equals(form.field("x-amz-security-token"))) {
      throw S3Error.of(
          400, "InvalidToken: The provided token is malformed or otherwise invalid.", Map.of());
    }
    String policy = form.field("policy").orElse("");
    if (!given.equals(signature(key.secretAccessKey(), policy))) {
      throw S3Error.wrongSignature(id(), given, policy);
    }
  }

  private static RuntimeException missing(String field) {
    return S3Error.invalidArgument(
        "Bucket POST must contain a field named '%s'.  ".formatted(field)
            + "If it is specified, please check the order of the fields.",
        Map.of("ArgumentName", field, "ArgumentValue", ""));
  }

  private String signature(String secret, String policy) {
    if (!isVersion4()) {
      byte[] key = secret.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(hmac("HmacSHA1", key, policy));
    }
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : credential.subList(1, credential.size())) {
      key = hmac(SHA256, key, part);
    }
    return HexFormat.of().formatHex(hmac(SHA256, key, policy));
  }

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
