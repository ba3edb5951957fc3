// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/application.h"
#include "models/core/logging.h"
#include "models/core/logoutput.h"
#include "models/core/processprivacy.h"
#include "models/core/translation.h"
#include "models/credentials/keychainsecretstore.h"
#include "models/workspace/startlogging.h"

#include <QApplication>
#include <QIcon>
#include <QTranslator>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int say(std::FILE *stream, const QString &text, int exitCode)
{
    std::fputs(qPrintable(text), stream);
    return exitCode;
}

/// A platform plug-in that finds no display ends the process with a core dump; a sentence is better.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

QString noDisplayText()
{
    return Trailglass::tr("trailglass: there is no display to open a window on.\n"
                          "Without one: trailglass-cli does the same on the command line, and\n"
                          "trailglass --screenshot FILE renders the window off screen into a picture.\n");
}

} // namespace

int main(int argc, char *argv[])
{
    Trailglass::keepProcessPrivate();
    // Signals for a failed write, to a pipe without a reader or a file that may not grow: the write reports it.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    Trailglass::LogOutput::install();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const auto options = Trailglass::Options::parse(words);
    if (!options)
        return say(stderr, "trailglass: "_L1 + options.error().message + u'\n', 2);
    if (!options->help.isEmpty())
        return say(stdout, options->help, 0);
    if (options->version)
        return say(stdout, QStringLiteral("trailglass " TRAILGLASS_VERSION "\n"), 0);
    if (!options->screenshot.isEmpty() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay())
        return say(stderr, noDisplayText(), 1);

    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"trailglass"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TRAILGLASS_VERSION));
    QGuiApplication::setApplicationDisplayName({});
    QGuiApplication::setDesktopFileName(u"trailglass"_s);
    QTranslator translator;
    // English too: it has the plurals.
    if (translator.load(QLocale(), u"trailglass"_s, u"_"_s, u":/translations"_s)
        || translator.load(u":/translations/trailglass_en.qm"_s))
        QCoreApplication::installTranslator(&translator);
    if (const auto started = Trailglass::startLogging(options->log, options->logFile, options->workspace);
        !started)
        return say(stderr, "trailglass: "_L1 + started.error().message + u'\n',
                   started.error().kind == Trailglass::ErrorKind::Usage ? 2 : 1);

    QIcon icon;
    for (const int size : {16, 32, 48, 64, 128, 256})
        icon.addFile(u":/icons/trailglass-%1.png"_s.arg(size));
    QApplication::setWindowIcon(icon);

    const Trailglass::SystemClock clock;
    Trailglass::KeychainSecretStore keychain(Trailglass::KeychainSecretStore::AttendedPatience);
    Trailglass::Application windows({keychain, clock});
    QObject::connect(&windows, &Trailglass::Application::startFailed, [](const Trailglass::Error &error) {
        QCoreApplication::exit(say(stderr, "trailglass: "_L1 + error.message + u'\n', 1));
    });
    const Trailglass::LogTimer timer;
    if (const auto opened = windows.start(*options); !opened)
        return say(stderr, "trailglass: "_L1 + opened.error().message + u'\n', 1);
    qCInfo(Trailglass::logUi).noquote()
        << "window made in" << timer << "platform:" << QGuiApplication::platformName();
    return QApplication::exec();
}
