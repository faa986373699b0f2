package io.robotocore.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which role of IAM.
 *
 * @param partition the partition that it is in
 * @param account the account that it belongs to
 * @param name its name, without its path
 * @param text the ARN itself
 */
public record RoleArn(String partition, String account, String name, String text) {

  private static final Pattern ARN =
      Pattern.compile("arn:([a-z-]+):iam::(\\d{12}):role/(?:[\\x21-\\x7E]*/)?([\\w+=,.@-]{1,64})");
  private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int ID_LENGTH = 17;

  /** The role of a text; empty if the text is no ARN of a role. */
  public static Optional<RoleArn> find(String text) {
    Matcher parts = ARN.matcher(text);
    return parts.matches()
        ? Optional.of(new RoleArn(parts.group(1), parts.group(2), parts.group(3), text))
        : Optional.empty();
  }

  /** The unique id of the role, the same whenever it is assumed. */
  public String id() {
    byte[] digest = sha256(text);
    StringBuilder id = new StringBuilder("AROA");
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ID_ALPHABET.charAt(digest[i] & 31));
    }
    return id.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Who acts in a session of the role. */
  public Principal session(String sessionName) {
    return new Principal(
        account,
        "arn:" + partition + ":sts::" + account + ":assumed-role/" + name + "/" + sessionName,
        id() + ":" + sessionName);
  }
}
