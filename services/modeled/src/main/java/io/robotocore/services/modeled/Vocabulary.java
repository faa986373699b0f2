package io.robotocore.services.modeled;

import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of a service's operations, each taken apart once. */
final class Vocabulary {

  /** The verbs of operations that name one of a noun, the surest first. */
  private static final List<String> NAMING =
      List.of(
          "Delete",
          "Get",
          "Describe",
          "Update",
          "Modify",
          "Put",
          "Deregister",
          "Remove",
          "Terminate",
          "Cancel",
          "Stop",
          "Set",
          "Add",
          "Associate",
          "Attach",
          "Enable",
          "Create");

  private final ServiceModel model;
  private final Map<String, Phrase> phrases = new LinkedHashMap<>();
  private final Map<String, List<String>> operations = new HashMap<>();

  Vocabulary(ServiceModel model) {
    this.model = model;
    for (String operation : model.operationNames()) {
      Phrase phrase = Phrase.of(operation);
      phrases.put(operation, phrase);
      operations.computeIfAbsent(phrase.canonicalNoun(), noun -> new ArrayList<>()).add(operation);
    }
  }

  /** The names of the operations. */
  Collection<String> names() {
    return phrases.keySet();
  }

  /** An operation's name, taken apart. */
  Phrase phrase(String operation) {
    return Optional.ofNullable(phrases.get(operation)).orElseGet(() -> Phrase.of(operation));
  }

  /** Whether there is an operation of this name. */
  boolean has(String operation) {
    return phrases.containsKey(operation);
  }

  /** Whether there is an operation with this verb for one or for many of a noun. */
  boolean has(String verb, String noun) {
    String ies = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "es";
    return has(verb + noun) || has(verb + noun + "s") || has(verb + ies);
  }

  /** Whether there is an operation with one of these verbs. */
  boolean hasAny(Collection<String> verbs, String noun) {
    return verbs.stream().anyMatch(verb -> has(verb, noun));
  }

  /** The operations that name one of a noun, the surest first. */
  List<OperationModel> naming(String canonicalNoun) {
    return operations.getOrDefault(canonicalNoun, List.of()).stream()
        .filter(name -> !phrase(name).batch() && NAMING.contains(phrase(name).verb()))
        .sorted(Comparator.comparingInt(name -> NAMING.indexOf(phrase(name).verb())))
        .flatMap(name -> model.operation(name).stream())
        .toList();
  }

  /** The verbs of the operations whose noun is this. */
  Stream<String> verbs(String canonicalNoun) {
    return operations.getOrDefault(canonicalNoun, List.of()).stream()
        .map(name -> phrase(name).verb());
  }
}
