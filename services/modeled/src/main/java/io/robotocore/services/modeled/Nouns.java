package io.robotocore.services.modeled;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The nouns of a service, by what its operations say of them. What names one of a noun is looked up
 * in the model when somebody asks for that noun.
 */
final class Nouns {

  private static final List<String> TELL = List.of("Get", "Describe", "List");
  private static final List<String> ALONE = List.of("Describe", "Get", "Delete");

  /** How blueprints say that things have no names of their own. */
  private static final String NO_KEY = "none";

  private static final List<String> TELL_ONE = List.of("Get", "Describe");
  private static final List<String> PARTED = List.of("Disassociate", "Detach", "Remove", "Revoke");

  private final Vocabulary vocabulary;
  private final Blueprint blueprint;
  private final Map<String, Noun> nouns = new TreeMap<>();
  private final Map<String, Resource> resources = new ConcurrentHashMap<>();

  Nouns(Vocabulary vocabulary, Blueprint blueprint) {
    this.vocabulary = vocabulary;
    this.blueprint = blueprint;
    find();
  }

  private void find() {
    blueprint.resources().keySet().forEach(this::add);
    for (String operation : vocabulary.names()) {
      Phrase phrase = vocabulary.phrase(operation);
      if (!phrase.noun().isEmpty() && bringsForth(phrase) && !Tagging.isTagging(operation)) {
        add(createdNoun(phrase));
      }
    }
  }

  private void add(String text) {
    nouns.computeIfAbsent(Names.canonical(text), name -> Noun.of(text));
  }

  /** All nouns, sorted. */
  Collection<Noun> all() {
    return nouns.values();
  }

  /** The things that all nouns stand for, sorted. */
  Stream<Resource> resources() {
    return nouns.keySet().stream().flatMap(noun -> resource(noun).stream());
  }

  /** What a noun stands for, if it is one of this service. */
  Optional<Resource> resource(String canonicalNoun) {
    @Nullable Noun noun = nouns.get(canonicalNoun);
    return noun == null
        ? Optional.empty()
        : Optional.of(resources.computeIfAbsent(canonicalNoun, name -> resource(noun)));
  }

  /** A resource as the blueprint has it, or else as the operations do that name one. */
  private Resource resource(Noun noun) {
    Blueprint.Trait trait = blueprint.trait(noun);
    return trait.key().isEmpty()
        ? Resource.of(noun, vocabulary.naming(noun.canonical()))
        : new Resource(
            noun,
            trait.key().equals(NO_KEY) ? "" : Names.canonical(trait.key()),
            trait.scope().stream().map(Names::canonical).toList());
  }

  /** Whether a noun begins to exist with an operation, rather than being changed by it. */
  private boolean bringsForth(Phrase phrase) {
    String verb = phrase.verb();
    String noun = phrase.noun().text();
    if (verb.equals("Create") || verb.equals("Register")) {
      return true;
    }
    boolean told = isTold(noun);
    if (Verbs.PUT.contains(verb)) {
      return told
          || vocabulary.has("Delete", noun)
          || vocabulary.has("Remove", noun)
          || !createdNoun(phrase).equals(noun);
    }
    boolean created = vocabulary.has("Create", noun) || vocabulary.has("Register", noun);
    if (created) {
      return Verbs.RELATE.contains(verb) && told;
    }
    boolean begins = Verbs.CREATE.contains(verb) || Verbs.START.contains(verb);
    boolean settings =
        Verbs.UPDATE.contains(verb)
            && vocabulary.hasAny(TELL_ONE, noun)
            && !Verbs.COMPUTED.contains(phrase.noun().lastWord())
            && !isOfCreated(noun);
    boolean relation = Verbs.RELATE.contains(verb) && (told || vocabulary.hasAny(PARTED, noun));
    boolean feature = verb.equals("Enable") && (told || vocabulary.has("Disable", noun));
    return (begins && (told || !createdNoun(phrase).equals(noun)))
        || settings
        || relation
        || feature;
  }

  /** Whether a noun begins with one that is created: its attributes are no things of their own. */
  private boolean isOfCreated(String noun) {
    List<String> words = Names.words(noun);
    return IntStream.range(1, words.size())
        .mapToObj(end -> String.join("", words.subList(0, end)))
        .anyMatch(whole -> vocabulary.has("Create" + whole) || vocabulary.has("Register" + whole));
  }

  private boolean isTold(String noun) {
    return vocabulary.hasAny(TELL, noun) || vocabulary.has("BatchGet" + noun + "s");
  }

  /** {@code RestoreDBInstanceFromDBSnapshot} makes a {@code DBInstance}. */
  String createdNoun(Phrase phrase) {
    String noun = phrase.noun().text();
    if (Verbs.CREATE.contains(phrase.verb())) {
      for (String border : List.of("From", "To", "With", "For")) {
        int end = noun.indexOf(border);
        if (end > 0 && vocabulary.hasAny(ALONE, noun.substring(0, end))) {
          return noun.substring(0, end);
        }
      }
    }
    boolean begins = Verbs.CREATE.contains(phrase.verb()) || Verbs.PUT.contains(phrase.verb());
    return begins && !isTold(noun) ? kindOf(noun).orElse(noun) : noun;
  }

  /** {@code CreateHttpNamespace} makes a {@code Namespace}, if only of those something is told. */
  private Optional<String> kindOf(String noun) {
    List<String> words = Names.words(noun);
    return IntStream.range(1, words.size())
        .mapToObj(start -> String.join("", words.subList(start, words.size())))
        .filter(kind -> vocabulary.hasAny(ALONE, kind))
        .filter(kind -> !vocabulary.has("Create" + kind) && !vocabulary.has("Register" + kind))
        .findFirst();
  }
}
