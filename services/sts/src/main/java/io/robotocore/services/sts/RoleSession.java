package io.robotocore.services.sts;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * What is known of a role session besides its principal.
 *
 * @param expires when its credentials expire
 * @param transitiveTags the session tags that it passes on to the sessions that it starts
 * @param sourceIdentity who is behind it, which no later session can change
 */
record RoleSession(
    Instant expires, TreePMap<String, String> transitiveTags, Optional<String> sourceIdentity) {}
