// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "tests/support/connectionscript.h"
#include "tests/support/fakevendors.h"
#include "tests/support/importfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSocketNotifier>

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

int fail(const QString &message)
{
    std::fprintf(stderr, "trailglass-fakevendors: %s\n", qPrintable(message));
    return 2;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Plays the audit-log APIs of five vendors on loopback, until standard input closes or a signal comes."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"seed"_s, u"Other numbers, other events."_s, u"N"_s, u"1"_s},
        {u"now"_s, u"End of the quarter; the beginning of today unless given."_s, u"TIME"_s},
        {u"events"_s, u"Ordinary events of all vendors together."_s, u"N"_s,
         QString::number(Company::DefaultEvents)},
        {u"ports-file"_s, u"Writes addresses, settings and secrets to FILE instead of standard output."_s,
         u"FILE"_s},
        {u"connections-file"_s, u"Writes a shell script that adds the connections to FILE."_s, u"FILE"_s},
        {u"faults"_s,
         u"Misbehaves, e.g. asana=429:7,reset@3: every 7th request 429, the third reset. Can be repeated."_s,
         u"VENDOR=PLAN"_s},
        {u"write-import"_s, u"Writes N events of VENDOR to FILE (- is standard output), and ends."_s,
         u"VENDOR"_s},
        {u"write-company"_s, u"Writes every vendor's events to FOLDER/VENDOR.ndjson, and ends."_s,
         u"FOLDER"_s},
        {u"form"_s, u"Of the import file: lines or response."_s, u"FORM"_s, u"lines"_s},
    });
    parser.addPositionalArgument(u"N"_s, u"With --write-import."_s, u"[N FILE]"_s);
}

int writeImport(const QCommandLineParser &parser, UtcMicros now)
{
    const QStringList arguments = parser.positionalArguments();
    const std::optional<Vendor> vendor = vendorFromName(parser.value(u"write-import"_s).toStdString());
    bool isNumber = false;
    const qint64 count = arguments.value(0).toLongLong(&isNumber);
    const QString form = parser.value(u"form"_s);
    if (!vendor || !isNumber || count < 0 || arguments.size() != 2
        || (form != u"lines" && form != u"response"))
        return fail(u"use --write-import VENDOR N FILE [--form lines|response]"_s);
    QFile file(arguments.at(1));
    const bool opened =
        arguments.at(1) == u"-" ? file.open(stdout, QIODevice::WriteOnly) : file.open(QIODevice::WriteOnly);
    const ImportOptions options{.vendor = *vendor,
                                .count = count,
                                .form = form == u"response" ? ImportForm::Response : ImportForm::Lines,
                                .seed = parser.value(u"seed"_s).toULongLong(),
                                .now = now};
    if (!opened || !writeImportFile(options, file) || !file.flush())
        return fail(file.fileName() + u": "_s + file.errorString());
    return 0;
}

/// The company's events as files to import, one event a line, oldest first.
int writeCompany(const Company &company, const QString &folder)
{
    for (const Vendor vendor : FakeVendors::Vendors) {
        QSaveFile file(folder + u'/' + toQString(name(vendor)) + u".ndjson"_s);
        bool written = file.open(QIODevice::WriteOnly);
        for (const VendorEvent &event : company.events(vendor))
            written = written && file.write(event.raw + '\n') == event.raw.size() + 1;
        if (!written || !file.commit())
            return fail(file.fileName() + u": "_s + file.errorString());
    }
    return 0;
}

bool announce(const QByteArray &json, const QString &fileName)
{
    if (fileName.isEmpty())
        return std::fwrite(json.constData(), 1, static_cast<size_t>(json.size()), stdout) > 0
            && std::fflush(stdout) == 0;
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
}

/// Leaves when whoever started us closes standard input or dies. A file or /dev/null says nothing of the
/// kind.
void quitWithStandardInput(QCoreApplication &application)
{
    struct stat status
    {
    };
    if (::fstat(STDIN_FILENO, &status) != 0
        || !(S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) || ::isatty(STDIN_FILENO)))
        return;
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [notifier] {
        std::array<char, 256> ignored{};
        if (::read(STDIN_FILENO, ignored.data(), ignored.size()) > 0)
            return;
        notifier->setEnabled(false);
        QCoreApplication::quit();
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const std::optional<UtcMicros> now =
        parser.isSet(u"now"_s) ? parseTime(parser.value(u"now"_s).toStdString()) : std::optional(today());
    if (!now)
        return fail(u"--now wants a time, e.g. 2026-11-20T00:00:00Z"_s);
    if (parser.isSet(u"write-import"_s))
        return writeImport(parser, *now);

    const Company::Options options{.seed = parser.value(u"seed"_s).toULongLong(),
                                   .now = *now,
                                   .events = parser.value(u"events"_s).toInt()};
    if (parser.isSet(u"write-company"_s))
        return writeCompany(Company(options), parser.value(u"write-company"_s));

    FakeVendors standIns(options);
    const QStringList plans = parser.values(u"faults"_s);
    for (const QString &plan : plans) {
        if (!standIns.addFaults(plan.toUtf8()))
            return fail(u"unknown fault or vendor: "_s + plan);
    }
    if (!standIns.listen())
        return fail(u"no free port on 127.0.0.1"_s);
    const QString portsFile = parser.value(u"ports-file"_s);
    if (!announce(QJsonDocument(standIns.description()).toJson(), portsFile))
        return fail(u"cannot write "_s + portsFile);
    const QString script = parser.value(u"connections-file"_s);
    if (!script.isEmpty() && !announce(connectionScript(standIns.description()), script))
        return fail(u"cannot write "_s + script);
    quitWithStandardInput(application);
    return QCoreApplication::exec();
}
