// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/screenshot.h"
#include "models/config/syncsettings.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "tests/support/nomorethreads.h"

#include <QImage>
#include <QProcess>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// `trailglass --screenshot` ends, whatever happens.
class ScreenshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(workspace()));
    }

    void takesThePicture_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("of an empty workspace") << QStringList{u"--workspace"_s, u"WORKSPACE"_s};
        QTest::newRow("of demo data") << QStringList{u"--demo"_s, u"--filter"_s, u"op:grant"_s};
    }
    void takesThePicture()
    {
        QFETCH(QStringList, arguments);
        run(arguments);
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QVERIFY(QImage(picture()).width() > 1000);
    }

    void saysWhyThereIsNone_data()
    {
        QTest::addColumn<QByteArray>("database");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("damaged workspace")
            << QByteArray("A shopping list. ").repeated(999) << QString() << QByteArray("trailglass.sqlite");
        QTest::newRow("unknown preset") << QByteArray() << u"preset:nosuch"_s << QByteArray("nosuch");
        QTest::newRow("broken filter") << QByteArray() << u"actor:("_s << QByteArray("needs a value");
    }
    void saysWhyThereIsNone()
    {
        QFETCH(QByteArray, database);
        QFETCH(QString, filter);
        QFETCH(QByteArray, words);
        if (!database.isEmpty()) {
            QFile file(workspace() + "/trailglass.sqlite"_L1);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(database), database.size());
        }
        run({u"--workspace"_s, u"WORKSPACE"_s, u"--filter"_s, filter});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.startsWith("trailglass: "), m_errors.constData());
        QVERIFY2(m_errors.contains(words), m_errors.constData());
        QVERIFY(!QFile::exists(picture()));
    }

    void replacesNoFileOfAWorkspace()
    {
        const QString database = workspace() + "/trailglass.sqlite"_L1;
        QVERIFY(QDir().mkpath(workspace()));
        QFile file(database);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(QFile::link(database, picture()));
        run({u"--workspace"_s, u"WORKSPACE"_s});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("choose another file"), m_errors.constData());
        QCOMPARE(QFileInfo(database).size(), 0);
        QVERIFY(QFileInfo(picture()).isSymLink());
    }

    /// Of whatever workspace.
    void replacesNoWitnessFile()
    {
        SyncSettings(m_folder->filePath(u"config/trailglass/trailglass.ini"_s))
            .setCheckpoints(u"00000000000000a1"_s, {.witnessFile = picture()});
        QFile file(picture());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("notes"), 5);
        file.close();
        run({u"--workspace"_s, u"WORKSPACE"_s});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("choose another file"), m_errors.constData());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("notes"));
    }

    void endsWhenTheWindowNeverRests()
    {
        QWidget window;
        Screenshot screenshot(
            window, picture(), [] { return true; }, std::chrono::milliseconds(1));
        QCOMPARE(QCoreApplication::exec(), 1);
        QVERIFY(!QFile::exists(picture()));
    }

    void endsWhenNobodyReadsThePipe()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(picture()).constData(), 0600), 0);
        QWidget window;
        Screenshot screenshot(
            window, picture(), [] { return false; }, std::chrono::seconds(2));
        QCOMPARE(QCoreApplication::exec(), 1);
    }

    void endsWhereNoThreadStarts()
    {
        QWidget window;
        window.resize(16, 16); // of a large one Qt would want to paint parts on other threads
        Screenshot screenshot(
            window, picture(), [] { return false; }, std::chrono::milliseconds(WindowStage::Patience));
        const Support::NoMoreThreads limit;
        QCOMPARE(QCoreApplication::exec(), 1);
        QVERIFY(!QFile::exists(picture()));
    }

private:
    [[nodiscard]] QString workspace() const { return m_folder->filePath(u"workspace"_s); }
    [[nodiscard]] QString picture() const { return m_folder->filePath(u"picture.png"_s); }

    void run(QStringList arguments)
    {
        arguments.replaceInStrings(u"WORKSPACE"_s, workspace());
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->filePath(u"config"_s));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=false"_s); // of the platform, not of ours
        program.setProcessEnvironment(environment);
        program.start(QCoreApplication::applicationDirPath() + "/trailglass"_L1,
                      arguments + QStringList{u"--screenshot"_s, picture()});
        QVERIFY(program.waitForFinished(WindowStage::Patience));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        m_exitCode = program.exitCode();
        m_errors = program.readAllStandardError();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_exitCode = -1;
    QByteArray m_errors;
};

TRAILGLASS_GUI_TEST(ScreenshotTest)
#include "tst_screenshot.moc"
