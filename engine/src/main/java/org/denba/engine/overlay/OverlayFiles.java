package org.denba.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.rules.ChartWorkbook;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Rule files with the folder of an overlay, {@code overlays/<id>/}, laid over them. A file of the
 * overlay has the path of the file that it changes: charts and {@code actions.csv} replace rows,
 * texts replace keys, any other file replaces the one below it as a whole.
 */
public final class OverlayFiles implements RuleFiles {

  /** The folder of all overlays. */
  public static final String FOLDER = "overlays/";

  static final String OVERLAY = "overlay.yaml";
  static final String DISTRICTS = "parameters-by-district.csv";

  private static final String CASES = "cases/";
  private static final String NOTES = ".md";
  private static final String ACTIONS = "/actions.csv";
  private static final String TEXTS = "texts_";
  private static final String CHART = "RuleTable";

  private final RuleFiles base;
  private final String folder;
  private final Map<String, Layer> layers = new TreeMap<>();
  private final Map<String, Layer> replaced = new TreeMap<>();
  private final List<String> cases = new ArrayList<>();

  private OverlayFiles(RuleFiles base, String id) {
    this.base = base;
    this.folder = FOLDER + id + "/";
    ProblemList problems = new ProblemList();
    for (String path : base.list(folder)) {
      String name = path.substring(folder.length());
      if (name.startsWith(CASES)) {
        cases.add(path);
      } else if (!name.equals(OVERLAY) && !name.equals(DISTRICTS) && !name.endsWith(NOTES)) {
        changed(name, new Layer(path, base.read(path)), problems);
      }
    }
    problems.throwIfAny(FOLDER + id);
  }

  private void changed(String name, Layer layer, ProblemList problems) {
    Optional<String> below = base.find(name);
    if (below.isEmpty()) {
      problems.add(
          layer.path(),
          "there is no "
              + name
              + " that it could change"
              + NearestId.of(
                      name, base.list("").stream().filter(f -> !f.startsWith(FOLDER)).toList())
                  .map(near -> ", perhaps " + near)
                  .orElse(""));
    } else if (name.contains("/" + CASES)) {
      problems.add(
          layer.path(), "cases of an overlay belong in " + folder + CASES + ": move the file");
    } else if (name.endsWith(ACTIONS)
        || fileName(name).startsWith(TEXTS)
        || below.get().startsWith(CHART)) {
      layers.put(name, layer);
    } else {
      replaced.put(name, layer);
    }
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Lays an overlay over rule files.
   *
   * @param id the overlay's id, the name of its folder
   * @throws RuleFileException when there is no such overlay, or it changes a file that there is not
   */
  public static OverlayFiles over(RuleFiles base, String id) {
    Set<String> known = ids(base);
    if (!known.contains(id)) {
      throw new RuleFileException(
          FOLDER + id,
          "there is no such overlay"
              + NearestId.of(id, known).map(near -> ", perhaps '" + near + "'").orElse("")
              + (known.isEmpty()
                  ? "; there are none"
                  : "; there are: " + String.join(", ", known)));
    }
    return new OverlayFiles(base, id);
  }

  /** The ids of the overlays that there are. */
  public static Set<String> ids(RuleFiles files) {
    return files.list(FOLDER).stream()
        .map(path -> path.substring(FOLDER.length()))
        .filter(path -> path.endsWith("/" + OVERLAY) && path.indexOf('/') == path.lastIndexOf('/'))
        .map(path -> path.substring(0, path.indexOf('/')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Optional<String> find(String path) {
    Layer own = replaced.get(path);
    return own == null ? base.find(path) : Optional.of(own.text());
  }

  @Override
  public List<String> list(String wanted) {
    return base.list(wanted);
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    return base.bytes(path);
  }

  @Override
  public Optional<ChartWorkbook> workbook(String path) {
    Layer own = replaced.get(path);
    return base.workbook(own == null ? path : own.path());
  }

  @Override
  public Optional<Layer> over(String path) {
    return Optional.ofNullable(layers.get(path));
  }

  /** The overlay's case files. */
  public List<String> cases() {
    return List.copyOf(cases);
  }

  /** The files below the overlay. */
  RuleFiles base() {
    return base;
  }

  /** {@code overlays/<id>/}. */
  String folder() {
    return folder;
  }

  /** The folders whose texts the overlay changes ({@code texts}, {@code imci-child}). */
  Set<String> textFolders() {
    return layers.keySet().stream()
        .filter(path -> fileName(path).startsWith(TEXTS))
        .map(path -> path.substring(0, path.lastIndexOf('/')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is wrong with a file that the overlay put in place of another is told of its own file. */
  public RuleFileException explained(RuleFileException problem) {
    return problem.inOtherWords(this::ownFiles);
  }

  private String ownFiles(String message) {
    String own = message;
    for (Map.Entry<String, Layer> file : replaced.entrySet()) {
      own =
          own.replaceAll(
              "(?<![\\w/.-])" + Pattern.quote(file.getKey()),
              Matcher.quoteReplacement(file.getValue().path()));
    }
    return own;
  }
}
