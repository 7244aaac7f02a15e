package org.denba.engine.second;

import java.util.Map;
import java.util.Set;

/**
 * Where and when a patient is seen.
 *
 * @param setting {@code health-facility} or {@code community}
 * @param followUp whether it is a follow-up visit
 * @param earlier the rows of the visit before
 * @param parameters the values that the request gives
 */
record Visit(
    String setting, boolean followUp, Set<String> earlier, Map<String, Object> parameters) {}
