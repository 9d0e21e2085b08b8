package org.jingzhun.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line: makes a sample, or measures a register against the truth. */
final class CommandLine {

    private static final String USAGE = """
            Usage: Sample --counties PREFIX[,PREFIX...] --out FOLDER [--seed N] [--gzip] [--files NAME[,NAME...]]
                     makes a synthetic population; PREFIX is `all` or the first 2, 4 or 6 digits of a division;
                     NAME is one of divisions, households, members, assessments, asset-records-vehicle, ..., truth
                   Sample measure TRUTH-FILE REGISTERED-FILE
                     compares a register with the truth; REGISTERED-FILE holds one household id a line""";

    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The exit status: 0 when done, 2 when the arguments are wrong. */
    int run(List<String> arguments) throws IOException {
        try {
            if (!arguments.isEmpty() && arguments.getFirst().equals("measure")) {
                return measure(arguments);
            }
            return make(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
    }

    private int make(List<String> arguments) throws IOException {
        List<String> counties = List.of();
        Path folder = null;
        long seed = 42;
        boolean gzip = false;
        Set<SampleFile> files = EnumSet.allOf(SampleFile.class);
        List<String> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--counties" -> counties = List.of(value(option, rest).split(","));
                case "--out" -> folder = Path.of(value(option, rest));
                case "--seed" -> seed = seed(value(option, rest));
                case "--gzip" -> gzip = true;
                case "--files" -> files = files(value(option, rest));
                default -> throw new IllegalArgumentException("option (" + option + ") must be one of those below");
            }
        }
        if (folder == null || counties.isEmpty()) {
            throw new IllegalArgumentException("--counties and --out must be given");
        }
        long start = System.nanoTime();
        Sample sample = Sample.of(new SampleOptions(counties, seed, gzip, files));
        Manifest.Counts counts = sample.writeTo(folder).counts();
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "%,d households with %,d persons, %,d of them truly poor, in %.1f s (%,.0f households a second): %s%n",
                counts.households(),
                counts.persons(),
                counts.poorPersons(),
                seconds,
                counts.households() / seconds,
                folder);
        return 0;
    }

    private int measure(List<String> arguments) throws IOException {
        if (arguments.size() != 3) {
            throw new IllegalArgumentException("measure must be given a truth file and a file of household ids");
        }
        Set<String> registered = Files.readAllLines(Path.of(arguments.get(2))).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
        out.println(Targeting.measure(Path.of(arguments.get(1)), registered).summary());
        return 0;
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new IllegalArgumentException("option (" + option + ") must be followed by a value");
        }
        return rest.removeFirst();
    }

    private static long seed(String text) {
        if (!text.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException("seed (" + text + ") must be a whole number");
        }
        return Long.parseLong(text);
    }

    private static Set<SampleFile> files(String names) {
        Set<SampleFile> files = EnumSet.noneOf(SampleFile.class);
        for (String name : names.split(",")) {
            files.add(Arrays.stream(SampleFile.values())
                    .filter(file -> file.stem().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("file (" + name + ") must be one of "
                            + Arrays.stream(SampleFile.values())
                                    .map(SampleFile::stem)
                                    .collect(Collectors.joining(", ")))));
        }
        return files;
    }
}
