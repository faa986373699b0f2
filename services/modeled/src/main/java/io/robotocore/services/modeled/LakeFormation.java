package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.List;
import java.util.Map;

/**
 * AWS Lake Formation: who may do what with the resources of a data lake, and with what these are
 * tagged. Nobody looks whether the resources are there.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html">
 *     permissions</a>
 */
final class LakeFormation implements Behaviour {

  @Override
  public Map<String, Answer> operations() {
    return Map.ofEntries(
        Map.entry("GrantPermissions", scene -> new LakeGrants(scene).grant()),
        Map.entry("RevokePermissions", scene -> new LakeGrants(scene).revoke()),
        Map.entry("BatchGrantPermissions", scene -> new LakeGrants(scene).batch()),
        Map.entry("BatchRevokePermissions", scene -> new LakeGrants(scene).batch()),
        Map.entry("ListPermissions", scene -> new LakeGrants(scene).list()),
        Map.entry("GetEffectivePermissionsForPath", scene -> new LakeGrants(scene).ofPath()),
        Map.entry("AddLFTagsToResource", scene -> new LakeTags(scene).add()),
        Map.entry("RemoveLFTagsFromResource", scene -> new LakeTags(scene).remove()),
        Map.entry("GetResourceLFTags", scene -> new LakeTags(scene).get()),
        Map.entry("SearchDatabasesByLFTags", scene -> new LakeTags(scene).databases()),
        Map.entry("SearchTablesByLFTags", scene -> new LakeTags(scene).tables()));
  }

  /** A tag that is no more is on nothing. */
  @Override
  public void check(Scene scene) {
    if (scene.operation().name().equals("DeleteLFTag")) {
      new LakeTags(scene).forget(Structures.text(scene.input(), "TagKey"));
    }
  }

  /** A structure of a request. */
  static Map<?, ?> structure(Map<?, ?> in, String member) {
    return in.get(member) instanceof Map<?, ?> structure ? structure : Map.of();
  }

  static List<String> texts(Map<?, ?> in, String member) {
    return in.get(member) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of("Message", message));
  }

  static DocumentError invalid(String message) {
    return error("InvalidInputException", message);
  }
}
