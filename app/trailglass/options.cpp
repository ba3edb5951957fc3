// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/options.h"

#include "models/archive/archiveplace.h"
#include "models/commandline/arguments.h"
#include "models/commandline/helptext.h"
#include "models/commandline/sharedoptions.h"
#include "models/core/translation.h"
#include "models/exporting/outputtarget.h"
#include "models/workspace/archivekeys.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Trailglass {

CommandLine::ProgramSpecification windowProgram()
{
    CommandLine::ProgramSpecification program{
        .name = u"trailglass"_s,
        .summary = Trailglass::tr(
            "Opens the audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally."),
        .options =
            {CommandLine::workspaceOption(),
             {u"archive"_s, u"URL"_s,
              Trailglass::tr("show the archive at https://USER@HOST:PORT/DATABASE in place of a workspace")},
             CommandLine::archiveKeyOption(),
             {.name = u"filter"_s,
              .value = u"EXPR"_s,
              .help = Trailglass::tr("start with this filter, for example 'outcome:failure created:-7d'"),
              .mayBeEmpty = true},
             {u"sync"_s, {}, Trailglass::tr("fetch new events at once")},
             {u"demo"_s, {}, Trailglass::tr("show sample data in a temporary workspace")},
             {u"screenshot"_s, u"FILE"_s, Trailglass::tr("save a picture of the window as PNG and exit")}},
        .commands = {{.words = {}, .arguments = {}, .help = {}, .maximumArguments = 0}},
        .notes = Trailglass::tr("The same without a window: trailglass-cli --help\n"),
        .exitCodes = {
            {0, Trailglass::tr("done")}, {1, Trailglass::tr("failed")}, {2, Trailglass::tr("wrong usage")}}};
    program.options += CommandLine::logOptions();
    return program;
}

namespace {

/// What says where the events are.
Result<void> readPlace(Options &options, const CommandLine::Arguments &arguments)
{
    const auto refuse = [](const QString &sentence) {
        return Error{ErrorKind::Usage, sentence};
    };
    if (options.demo && !options.workspace.isEmpty())
        return refuse(Trailglass::tr("--demo cannot be combined with --workspace."));
    if (options.demo && options.sync)
        return refuse(Trailglass::tr("--demo cannot be combined with --sync."));
    if (arguments.has(u"archive-key"_s)) {
        TRY(options.archiveKey, parseKeyReference(arguments.value(u"archive-key"_s), QDir::currentPath()));
    }
    if (options.archive.isEmpty()) {
        return options.archiveKey ? refuse(Trailglass::tr("--archive-key goes with --archive."))
                                  : Result<void>();
    }
    if (options.demo || options.sync || !options.workspace.isEmpty()) {
        return refuse(Trailglass::tr("--archive cannot be combined with --workspace, --demo or --sync."));
    }
    TRY(ArchivePlace::parse(options.archive));
    return {};
}

/// Neither the log nor the picture is written over the other, or over the file that the key is read from.
Result<void> checkFiles(const Options &options)
{
    const bool isKeyInFile = options.archiveKey && options.archiveKey->kind == SecretReference::Kind::File;
    const QStringList key = isKeyInFile ? QStringList{options.archiveKey->place} : QStringList();
    TRY(checkIsNoneOf(options.screenshot, key));
    return checkIsNoneOf(options.logFile, key + QStringList{options.screenshot});
}

} // namespace

Result<Options> Options::parse(const QStringList &words)
{
    const CommandLine::ProgramSpecification program = windowProgram();
    TRY(const CommandLine::Arguments arguments, CommandLine::parseArguments(words, program));
    Options options{.workspace = arguments.value(u"workspace"_s),
                    .archive = arguments.value(u"archive"_s),
                    .filter = arguments.value(u"filter"_s),
                    .hasFilter = arguments.has(u"filter"_s),
                    .demo = arguments.has(u"demo"_s),
                    .sync = arguments.has(u"sync"_s),
                    .screenshot = arguments.value(u"screenshot"_s),
                    .log = arguments.value(u"log"_s),
                    .logFile = arguments.value(u"log-file"_s),
                    .help = arguments.help ? CommandLine::helpText(program, arguments) : QString(),
                    .version = arguments.version};
    TRY(readPlace(options, arguments));
    TRY(checkFiles(options));
    return options;
}

} // namespace Trailglass
