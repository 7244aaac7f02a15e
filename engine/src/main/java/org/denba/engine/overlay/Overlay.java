package org.denba.engine.overlay;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.protocol.YamlMap;
import org.denba.engine.rules.OverlayRef;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * What an overlay says of itself: {@code overlays/<id>/overlay.yaml} and its table of districts.
 *
 * @param file path of {@code overlay.yaml}
 * @param ref its id and version
 * @param title its name for people
 * @param approval {@code draft} until a clinician approved it
 * @param district the data element that tells the district where the family lives, or empty
 * @param parameters values of named parameters, as the file has them
 * @param districts values that hold in one district only
 */
public record Overlay(
    String file,
    OverlayRef ref,
    String title,
    String approval,
    String district,
    Map<String, Object> parameters,
    DistrictTable districts) {

  private static final String DISTRICT = "district";
  private static final String PARAMETERS = "parameters";
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("id", "version", "title", "approval", DISTRICT, PARAMETERS));

  /**
   * @param files the rule files, with the overlay's own among them
   * @param id the overlay's id
   * @throws RuleFileException when a file is missing or an entry is not as wanted
   */
  public static Overlay read(RuleFiles files, String id) {
    String file = OverlayFiles.FOLDER + id + "/" + OverlayFiles.OVERLAY;
    YamlMap yaml = YamlMap.parse(file, files.read(file));
    ProblemList problems = new ProblemList();
    yaml.checkKeys("an overlay", KEYS, problems);
    problems.throwIfAny(file);
    if (!yaml.text("id").equals(id)) {
      throw new RuleFileException(
          file + ":id", "is '" + yaml.text("id") + "' but the folder is '" + id + "'");
    }
    DistrictTable districts =
        DistrictTable.read(files, OverlayFiles.FOLDER + id + "/" + OverlayFiles.DISTRICTS);
    String district = yaml.optionalText(DISTRICT);
    if (district.isEmpty() != districts.isEmpty()) {
      throw new RuleFileException(
          file + ":" + DISTRICT,
          district.isEmpty()
              ? "is missing: name the data element that tells in which district the family lives"
              : "is of no use without " + OverlayFiles.DISTRICTS);
    }
    return new Overlay(
        file,
        new OverlayRef(id, yaml.text("version")),
        yaml.text("title"),
        yaml.text("approval"),
        district,
        yaml.map(PARAMETERS).map(YamlMap::values).orElse(Map.of()),
        districts);
  }
}
