package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import io.robotocore.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes those members of an output or error that travel beside the body: headers and status. */
final class HttpOutput implements BiConsumer<Member, Object> {

  private final Texts texts;
  private final Headers.Builder headers = Headers.builder();
  private int status;
  private boolean hasContentType;

  HttpOutput(Texts texts, int status) {
    this.texts = texts;
    this.status = status;
  }

  @Override
  public void accept(Member member, Object value) {
    switch (member.location()) {
      case STATUS_CODE -> status = (Integer) value;
      case HEADER -> header(member, value);
      case HEADERS ->
          ((Map<?, ?>) value)
              .forEach((name, text) -> header(member.wireName() + name, String.valueOf(text)));
      case BODY, URI, QUERY -> {
        // In the body, or of no meaning in answers.
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
    headers.add(name, value);
    hasContentType |= name.equalsIgnoreCase("Content-Type");
    return this;
  }

  /** Says what the body is, unless the output itself does. */
  HttpOutput contentType(String mediaType) {
    return hasContentType ? this : header("Content-Type", mediaType);
  }

  Headers headers() {
    return headers.build();
  }

  int status() {
    return status;
  }
}
