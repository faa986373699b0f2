package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.Paginator;
import io.robotocore.model.StructureShape;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of a list.
 *
 * @param scene the call
 * @param entries what is on it
 * @param size how many there may be
 * @param next what names the next page; empty on the last one
 */
record Page<T>(Scene scene, List<T> entries, int size, String next) {

  private static final int USUAL = 100;
  private static final String MARK = "page:";
  private static final Pattern TOKEN = Pattern.compile("(?:1##)?([A-Za-z0-9_-]+)");
  private static final Set<String> TOKENS =
      Set.of(
          "nexttoken",
          "marker",
          "nextmarker",
          "paginationtoken",
          "position",
          "pagetoken",
          "startingtoken",
          "continuationtoken",
          "nextpagetoken");
  private static final Set<String> LIMITS =
      Set.of(
          "maxresults",
          "maxrecords",
          "limit",
          "maxitems",
          "pagesize",
          "maxresult",
          "maxcount",
          "max");

  /** Whether a member of an input is about pages. */
  static boolean isAbout(String member) {
    return TOKENS.contains(member) || LIMITS.contains(member);
  }

  /**
   * The page that a request asks for.
   *
   * @throws io.robotocore.service.DocumentError if its token is of no list
   */
  static <T> Page<T> of(Scene scene, List<T> all) {
    int start = Math.min(start(scene), all.size());
    int size = size(scene);
    int end = (int) Math.min(all.size(), (long) start + size);
    Optional<Member> token = tokenMember(scene);
    boolean more = end < all.size() && token.isPresent();
    return new Page<>(
        scene,
        all.subList(start, more ? end : all.size()),
        size,
        more ? token(end, token.get()) : "");
  }

  private static Optional<Member> tokenMember(Scene scene) {
    return member(
        scene, scene.operation().paginator().map(Paginator::inputTokens).orElse(List.of()), TOKENS);
  }

  private static Optional<Member> member(Scene scene, List<String> named, Set<String> usual) {
    List<Member> members = scene.shape().members();
    return members.stream()
        .filter(member -> named.contains(member.name()))
        .findFirst()
        .or(
            () ->
                members.stream()
                    .filter(member -> usual.contains(Names.canonical(member.name())))
                    .findFirst());
  }

  private static int size(Scene scene) {
    List<String> named =
        scene.operation().paginator().flatMap(Paginator::limitKey).map(List::of).orElse(List.of());
    Optional<Member> limit = member(scene, named, LIMITS);
    Object given = limit.map(member -> scene.input().get(member.name())).orElse(null);
    int most =
        limit
            .flatMap(member -> member.target().constraints().max())
            .map(max -> Math.min(max.intValue(), USUAL))
            .orElse(USUAL);
    if (given instanceof Number number) {
      return Math.max(1, number.intValue());
    }
    if (given instanceof String text && text.matches("[0-9]{1,6}")) {
      return Math.max(1, Integer.parseInt(text));
    }
    return Math.max(1, most);
  }

  /** A token that the member may have which is to bring it back. */
  private static String token(int start, Member member) {
    byte[] text =
        String.format(Locale.ROOT, "%s%013d", MARK, start).getBytes(StandardCharsets.UTF_8);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    return Stream.of(token, "1##" + token)
        .filter(candidate -> Values.fits(candidate, member.target().constraints()))
        .findFirst()
        .orElse(token);
  }

  private static int start(Scene scene) {
    Optional<Member> member = tokenMember(scene);
    if (member.isEmpty() || !(scene.input().get(member.get().name()) instanceof String token)) {
      return 0;
    }
    return decoded(token).orElseThrow(() -> new Errors(scene).badPage(member.get()));
  }

  private static Optional<Integer> decoded(String token) {
    Matcher found = TOKEN.matcher(token);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      String text =
          new String(Base64.getUrlDecoder().decode(found.group(1)), StandardCharsets.UTF_8);
      return text.matches(MARK + "[0-9]{13}")
          ? Optional.of(Integer.parseInt(text.substring(MARK.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Says in an answer where the next page begins. */
  void continueIn(Map<String, Object> answer) {
    StructureShape output = scene.operation().output();
    describeIn(answer, output);
    Optional<String> named =
        scene.operation().paginator().flatMap(found -> found.outputTokens().stream().findFirst());
    if (next.isEmpty()) {
      return;
    }
    output.members().stream()
        .filter(member -> named.filter(member.name()::equals).isPresent())
        .findFirst()
        .or(
            () ->
                output.members().stream()
                    .filter(member -> TOKENS.contains(Names.canonical(member.name())))
                    .findFirst())
        .ifPresent(member -> answer.put(member.name(), next));
  }

  /** Says in the structure around a list what there is to say of the page. */
  void describeIn(Map<String, Object> answer, StructureShape shape) {
    for (Member member : shape.members()) {
      switch (Names.canonical(member.name())) {
        case "istruncated", "hasmoreresults" -> {
          if (member.target().type() == io.robotocore.model.ShapeType.BOOLEAN) {
            answer.put(member.name(), !next.isEmpty());
          }
        }
        case "quantity", "count" -> number(answer, member, entries.size());
        case "maxitems" -> number(answer, member, size);
        case "nextmarker" -> {
          if (!next.isEmpty()) {
            answer.put(member.name(), next);
          }
        }
        default -> {}
      }
    }
  }

  private static void number(Map<String, Object> answer, Member member, int value) {
    switch (member.target().type()) {
      case INTEGER -> answer.put(member.name(), value);
      case LONG -> answer.put(member.name(), (long) value);
      case STRING -> answer.put(member.name(), Integer.toString(value));
      default -> {}
    }
  }
}
