package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.PercentEncoding;
import io.robotocore.model.Route;
import io.robotocore.model.ShapeType;
import io.robotocore.model.TimestampFormat;
import io.robotocore.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads those members of an input that travel beside the body: in path, query and headers. */
final class HttpInput {

  private final Route route;
  private final HttpRequest request;
  private final Texts texts;
  private @Nullable Map<String, List<String>> query;

  HttpInput(Route route, HttpRequest request, Texts texts) {
    this.route = route;
    this.request = request;
    this.texts = texts;
  }

  void readInto(Binding binding, Object builder) {
    for (Member member : binding.shape().members()) {
      @Nullable Object value =
          switch (member.location()) {
            case URI -> label(member);
            case QUERY -> query(member);
            case HEADER -> header(member);
            case HEADERS -> headers(member);
            case BODY, STATUS_CODE -> null;
          };
      if (value != null) {
        binding.set(builder, member, value);
      }
    }
  }

  private @Nullable Object label(Member member) {
    @Nullable String label = route.labels().get(member.wireName());
    return label == null
        ? null
        : texts.parse(member, PercentEncoding.decode(label), TimestampFormat.ISO8601);
  }

  private @Nullable Object query(Member member) {
    Map<String, List<String>> fields = queryFields();
    if (member.target() instanceof MapShape map) {
      return fields.isEmpty() ? null : everyField(map, fields);
    }
    List<String> sent = fields.getOrDefault(member.wireName(), List.of());
    if (member.target() instanceof ListShape list) {
      return sent.isEmpty() ? null : values(list.member(), sent, TimestampFormat.ISO8601);
    }
    return sent.isEmpty() || isBlank(member, sent.get(0))
        ? null
        : texts.parse(member, sent.get(0), TimestampFormat.ISO8601);
  }

  /** Whether nothing was sent where a number, a time or the like is wanted. */
  private boolean isBlank(Member member, String text) {
    return text.isEmpty() && member.target().type() != ShapeType.STRING && texts != Texts.STRICT;
  }

  private static Map<String, Object> everyField(MapShape map, Map<String, List<String>> fields) {
    boolean lists = map.value().target() instanceof ListShape;
    Map<String, Object> every = new LinkedHashMap<>();
    fields.forEach((name, sent) -> every.put(name, lists ? sent : sent.get(0)));
    return every;
  }

  private List<Object> values(Member element, List<String> sent, TimestampFormat timestamps) {
    List<Object> values = new ArrayList<>(sent.size());
    for (String text : sent) {
      values.add(texts.parse(element, text, timestamps));
    }
    return values;
  }

  /** The fields of the query string, decoded, in the order in which they were sent. */
  private Map<String, List<String>> queryFields() {
    @Nullable Map<String, List<String>> known = query;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (String field : request.query().split("&")) {
        int equals = field.indexOf('=');
        String name = equals < 0 ? field : field.substring(0, equals);
        if (!name.isEmpty()) {
          known
              .computeIfAbsent(PercentEncoding.decodeForm(name), first -> new ArrayList<>(1))
              .add(equals < 0 ? "" : PercentEncoding.decodeForm(field.substring(equals + 1)));
        }
      }
      query = known;
    }
    return known;
  }

  private @Nullable Object header(Member member) {
    if (member.target() instanceof ListShape list) {
      List<String> sent =
          HeaderLists.split(request.headers().all(member.wireName()), list.member());
      return sent.isEmpty() ? null : values(list.member(), sent, TimestampFormat.RFC822);
    }
    Optional<String> sent = request.headers().first(member.wireName());
    if (sent.isEmpty() || isBlank(member, sent.get())) {
      return null;
    }
    return member.jsonValue()
        ? decodedJson(sent.get())
        : texts.parse(member, sent.get(), TimestampFormat.RFC822);
  }

  /** JSON in a header is Base64. */
  private String decodedJson(String header) {
    try {
      return new String(Texts.padded(header), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw texts.refused("A header is not Base64");
    }
  }

  private @Nullable Object headers(Member member) {
    String prefix = member.wireName().toLowerCase(Locale.ROOT);
    Map<String, Object> values = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                values.put(name.substring(prefix.length()), value);
              }
            });
    return values.isEmpty() ? null : values;
  }
}
