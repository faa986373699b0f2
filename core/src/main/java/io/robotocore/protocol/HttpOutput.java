package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import io.robotocore.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Writes those members of an output or error that travel beside the body: headers and status. */
final class HttpOutput implements BiConsumer<Member, Object> {

  private final Texts texts;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private int status;

  HttpOutput(Texts texts, int status) {
    this.texts = texts;
    this.status = status;
  }

  /**
   * Whether a member of an output travels in the body; path and query, where the same shape may
   * have it as an input, are not there in answers.
   */
  static boolean isInBody(Member member) {
    return switch (member.location()) {
      case BODY, URI, QUERY -> true;
      case HEADER, HEADERS, STATUS_CODE -> false;
    };
  }

  @Override
  public void accept(Member member, Object value) {
    switch (member.location()) {
      case STATUS_CODE -> status = (Integer) value;
      case HEADER -> header(member, value);
      case HEADERS ->
          ((Map<?, ?>) value)
              .forEach(
                  (name, text) -> headers.putIfAbsent(member.wireName() + name, (String) text));
      case BODY, URI, QUERY -> {
        // In the body.
      }
    }
  }

  private void header(Member member, Object value) {
    if (member.target() instanceof ListShape list) {
      header(
          member.wireName(),
          HeaderLists.join(list.member(), (List<? extends Object>) value, texts));
    } else if (member.jsonValue()) {
      byte[] json = ((String) value).getBytes(StandardCharsets.UTF_8);
      header(member.wireName(), Base64.getEncoder().encodeToString(json));
    } else {
      header(member.wireName(), texts.format(member, value, TimestampFormat.RFC822));
    }
  }

  HttpOutput header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Says what the body is, unless the output itself does. */
  HttpOutput contentType(String mediaType) {
    headers.putIfAbsent("Content-Type", mediaType);
    return this;
  }

  Headers headers() {
    Headers.Builder sent = Headers.builder();
    headers.forEach(sent::add);
    return sent.build();
  }

  int status() {
    return status;
  }
}
