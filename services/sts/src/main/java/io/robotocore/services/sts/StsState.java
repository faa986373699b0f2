package io.robotocore.services.sts;

import io.robotocore.state.State;
import io.robotocore.state.Table;

/** The role sessions of all accounts, and the keys that sign web identity tokens. */
final class StsState extends State {

  private final Table<String, RoleSession> sessions = table();
  private final Table<String, String> signingKeys = table();

  /** The latest session of each name and role, by the user id of its principal. */
  Table<String, RoleSession> sessions() {
    return sessions;
  }

  /** The keys that sign web identity tokens as JSON Web Keys, by algorithm. */
  Table<String, String> signingKeys() {
    return signingKeys;
  }
}
