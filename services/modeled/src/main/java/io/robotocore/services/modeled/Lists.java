package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How lists of things change by requests that do not tell all of them. */
final class Lists {

  private static final String KEY = "Key";

  private static final List<String> MORE = List.of("toadd", "add", "grant");
  private static final List<String> LESS = List.of("toremove", "todelete", "remove", "revoke");

  /**
   * What a list in a request is for a list of a thing.
   *
   * @param member the canonical name of the list of the thing
   * @param kind whether it is added to it, or taken from it
   */
  record Share(String member, Kind kind) {}

  private Lists() {}

  /** What a list in a request is for, which its own name may say: {@code TagValuesToAdd}. */
  static Share share(String name, Kind kind) {
    return bare(name, MORE)
        .map(member -> new Share(member, Kind.ADD))
        .or(() -> bare(name, LESS).map(member -> new Share(member, Kind.SUBTRACT)))
        .orElse(new Share(name, kind));
  }

  /** A name without the first of the words that it begins or ends with. */
  private static Optional<String> bare(String name, List<String> words) {
    for (String word : words) {
      if (name.endsWith(word) && word.startsWith("to")) {
        return Optional.of(name.substring(0, name.length() - word.length()));
      }
      if (name.startsWith(word) && name.length() > word.length()) {
        return Optional.of(name.substring(word.length()));
      }
    }
    return Optional.empty();
  }

  /** A list with what is given added to it, or taken from it. */
  static List<?> changed(Object present, List<?> given, Kind kind) {
    List<?> old = present instanceof List<?> list ? list : List.of();
    return kind == Kind.ADD
        ? Stream.concat(old.stream(), given.stream()).distinct().toList()
        : old.stream().filter(one -> !isIn(given, (Object) one)).toList();
  }

  /** Whether something is in a list, where a structure need not tell everything of it. */
  private static boolean isIn(List<?> list, Object one) {
    return list.stream()
        .anyMatch(
            other ->
                one.equals(other)
                    || (other instanceof Map<?, ?> some
                        && one instanceof Map<?, ?> whole
                        && whole.entrySet().containsAll(some.entrySet())));
  }

  /** Whether a list is of keys with their values, and there was such a list before. */
  static boolean areKeyed(Object given, Optional<Object> present) {
    return isKeyed(given) && present.filter(Lists::isKeyed).isPresent();
  }

  private static boolean isKeyed(Object list) {
    return list instanceof List<?> entries
        && !entries.isEmpty()
        && entries.stream()
            .allMatch(entry -> entry instanceof Map<?, ?> map && map.containsKey(KEY));
  }

  /** A list of keys with values, where the keys that are not given keep theirs. */
  static Object merged(Object present, Object given) {
    List<?> changes = (List<?>) given;
    Stream<?> kept =
        ((List<?>) present)
            .stream()
                .filter(
                    old ->
                        changes.stream()
                            .noneMatch(
                                other -> Objects.equals(key((Object) other), key((Object) old))));
    return Stream.concat(kept, changes.stream()).toList();
  }

  private static @Nullable Object key(Object entry) {
    return entry instanceof Map<?, ?> map ? map.get(KEY) : null;
  }
}
