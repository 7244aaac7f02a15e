package org.denba.engine.rules;

/**
 * The country overlay that lies over a set of rules, as answers name it.
 *
 * @param id its id, the name of its folder
 * @param version its version
 */
public record OverlayRef(String id, String version) {}
