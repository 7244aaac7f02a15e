package org.denba.engine.protocol;

/**
 * A treatment or action.
 *
 * @param id id of the reference ({@code TX-AMOX})
 * @param kind treatment, referral, counselling, return-immediately or prevention
 * @param preReferral kept before an urgent referral, as a first dose
 * @param beforeReferralIf a condition under which it is given before an urgent referral when a row
 *     that is not pink asks for it, or empty
 * @param dosed has a dose table
 * @param alternativeTo the treatment that it replaces where that is not possible, or empty
 * @param source the clinical source
 */
public record Treatment(
    String id,
    String kind,
    boolean preReferral,
    String beforeReferralIf,
    boolean dosed,
    String alternativeTo,
    String source) {

  public static final String FILE = "treatments.csv";
}
