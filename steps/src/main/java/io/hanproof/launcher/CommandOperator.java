package io.hanproof.launcher;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Operator;
import io.hanproof.profile.BenchSettings;
import io.hanproof.profile.BenchSettings.Power;
import io.hanproof.profile.BenchSettings.Restore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Has a profile's commands do what is asked. One that takes too long is killed, and its children with it. */
final class CommandOperator implements Operator {
    private final BenchSettings bench;

    CommandOperator(BenchSettings bench) {
        this.bench = bench;
    }

    /** Whether the profile has a command for it. */
    boolean does(Request request) {
        return !command(request).isEmpty();
    }

    private List<String> command(Request request) {
        return switch (request) {
            case PowerOff it -> bench.power().map(Power::off).orElse(List.of());
            case PowerOn it -> bench.power().map(Power::on).orElse(List.of());
            case JoiningMode it -> bench.joining();
            case PutBack it -> bench.restore() instanceof Restore.Command(var words) ? words : List.of();
            case ConfirmDisplay it -> List.of();
        };
    }

    @Override
    public void ask(Act act) {
        List<String> words = command(act);
        if (words.isEmpty()) {
            throw new BenchFault("the profile has no command to " + act.text());
        }
        String what = "the command \"%s\", which is to %s,".formatted(String.join(" ", words), act.text());
        Path errors = temporary(what);
        try {
            run(words, what, errors);
        } finally {
            errors.toFile().delete();
        }
    }

    @Override
    public boolean confirm(Question question) {
        throw new BenchFault("no command answers a question: " + question.text());
    }

    private void run(List<String> words, String what, Path errors) {
        Process process = start(words, what, errors);
        Duration limit = bench.prompt();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BenchFault("%s did not end within %s".formatted(what, limit));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted: %s did not end".formatted(what), e);
        } finally {
            if (process.isAlive()) {
                kill(process);
            }
        }
        if (process.exitValue() != 0) {
            throw new BenchFault(
                    "%s failed with exit code %d: %s".formatted(what, process.exitValue(), firstLine(errors)));
        }
    }

    private static Process start(List<String> words, String what, Path errors) {
        try {
            var process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close(); // it is asked nothing
            return process;
        } catch (IOException e) {
            throw new BenchFault("%s cannot be started: %s".formatted(what, e.getMessage()), e);
        }
    }

    /** Children first named, then killed: a parent that is gone no longer tells of them. */
    private static void kill(Process process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static Path temporary(String what) {
        try {
            return Files.createTempFile("hanproof-command-", ".err");
        } catch (IOException e) {
            throw new BenchFault("%s has no place for what it complains of".formatted(what), e);
        }
    }

    private static String firstLine(Path errors) {
        try (Stream<String> lines = Files.lines(errors, Charset.defaultCharset())) {
            return lines.map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElse("it complained of nothing");
        } catch (IOException | RuntimeException e) {
            return "what it complained of cannot be read";
        }
    }
}
