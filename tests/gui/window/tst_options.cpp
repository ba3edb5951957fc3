// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/options.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// The command line of the window's program.
class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryOption()
    {
        const auto options =
            Options::parse({u"--workspace"_s, u"w"_s, u"--filter"_s, u"-op:read"_s, u"--sync"_s,
                            u"--screenshot"_s, u"a.png"_s, u"--log"_s, u"http"_s, u"--log-file=b.log"_s});
        QVERIFY(options);
        QCOMPARE(options->workspace, u"w"_s);
        QCOMPARE(options->filter, u"-op:read"_s);
        QVERIFY(options->hasFilter && options->sync && !options->demo && !options->version);
        QCOMPARE(options->screenshot, u"a.png"_s);
        QCOMPARE(options->log, u"http"_s);
        QCOMPARE(options->logFile, u"b.log"_s);
        QVERIFY(options->help.isEmpty());
    }

    void readsWhereAnArchiveIs()
    {
        const auto options = Options::parse(
            {u"--archive"_s, u"https://ann@archive.example/audit"_s, u"--archive-key=env:ARCHIVE_KEY"_s});
        QVERIFY2(options, options ? "" : qPrintable(options.error().message));
        QCOMPARE(options->archive, u"https://ann@archive.example/audit"_s);
        QCOMPARE(options->archiveKey,
                 std::optional(SecretReference{SecretReference::Kind::Environment, u"ARCHIVE_KEY"_s}));
        const auto alone = Options::parse({u"--archive"_s, u"https://ann@archive.example/audit"_s});
        QVERIFY(alone && !alone->archiveKey);
    }

    void distinguishesAnEmptyFilterFromNone()
    {
        const auto empty = Options::parse({u"--filter"_s, QString()});
        QVERIFY(empty && empty->hasFilter && empty->filter.isEmpty());
        const auto none = Options::parse({});
        QVERIFY(none && !none->hasFilter);
    }

    void takesTheLastOfSeveral()
    {
        const auto options = Options::parse({u"--filter"_s, u"a"_s, u"--filter"_s, u"b"_s});
        QVERIFY(options);
        QCOMPARE(options->filter, u"b"_s);
    }

    void showsEveryOptionInItsHelp()
    {
        const auto options = Options::parse({u"--help"_s});
        QVERIFY(options);
        for (const CommandLine::OptionSpecification &option : windowProgram().options)
            QVERIFY2(options->help.contains("\n  --"_L1 + option.name), qPrintable(options->help));
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("part");
        QTest::newRow("unknown option") << QStringList{u"--fliter"_s} << u"Did you mean --filter?"_s;
        QTest::newRow("argument") << QStringList{u"op:read"_s} << u"Unexpected argument “op:read”"_s;
        QTest::newRow("no value") << QStringList{u"--filter"_s} << u"--filter needs a value"_s;
        QTest::newRow("empty workspace")
            << QStringList{u"--workspace"_s, QString()} << u"The value of --workspace is empty"_s;
        QTest::newRow("demo with workspace") << QStringList{u"--demo"_s, u"--workspace"_s, u"w"_s}
                                             << u"--demo cannot be combined with --workspace"_s;
        QTest::newRow("demo with sync")
            << QStringList{u"--demo"_s, u"--sync"_s} << u"--demo cannot be combined with --sync"_s;
        const QStringList archive{u"--archive"_s, u"https://ann@archive.example/audit"_s};
        const QString notWithThese = u"--archive cannot be combined with --workspace, --demo or --sync"_s;
        QTest::newRow("archive with workspace") << archive + QStringList{u"--workspace=w"_s} << notWithThese;
        QTest::newRow("archive with demo") << archive + QStringList{u"--demo"_s} << notWithThese;
        QTest::newRow("archive with sync") << archive + QStringList{u"--sync"_s} << notWithThese;
        QTest::newRow("archive in plain text over the network")
            << QStringList{u"--archive"_s, u"http://ann@archive.example/audit"_s} << u"Use https."_s;
        QTest::newRow("key without an archive")
            << QStringList{u"--archive-key"_s, u"keychain"_s} << u"--archive-key goes with --archive"_s;
        QTest::newRow("key itself") << archive + QStringList{u"--archive-key"_s, u"s3cret"_s}
                                    << u"keychain, env:VARIABLE or file:PATH"_s;
        QTest::newRow("key for a session")
            << archive + QStringList{u"--archive-key"_s, u"session"_s} << u"cannot use session secrets"_s;
        const QStringList withKey = archive + QStringList{u"--archive-key=file:/nowhere/key"_s};
        const QString isUsed = u"/nowhere/key is a file that Trailglass uses"_s;
        QTest::newRow("log over the key") << withKey + QStringList{u"--log-file=/nowhere/key"_s} << isUsed;
        QTest::newRow("picture over the key")
            << withKey + QStringList{u"--screenshot=/nowhere/key"_s} << isUsed;
        QTest::newRow("log over the picture")
            << QStringList{u"--screenshot=/nowhere/a.png"_s, u"--log-file=/nowhere/a.png"_s}
            << u"/nowhere/a.png is a file that Trailglass uses"_s;
    }
    void refuses()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, part);
        const auto options = Options::parse(words);
        QVERIFY(!options);
        QCOMPARE(options.error().kind, ErrorKind::Usage);
        QVERIFY2(options.error().message.contains(part), qPrintable(options.error().message));
    }
};

TRAILGLASS_TEST(OptionsTest)
#include "tst_options.moc"
