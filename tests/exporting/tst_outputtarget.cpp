// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/outputtarget.h"

#include "models/config/pushsettings.h"
#include "models/config/settings.h"
#include "models/config/syncsettings.h"
#include "models/core/programfolders.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// Where exports may go, beside two real workspaces: the one that is open, and another.
class OutputTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void refusesWhatMustStay_data();
    void refusesWhatMustStay();
    void refusesWhatIsNoFile();
    void refusesAFileThatACredentialIsReadFrom();
    void refusesAFileThatTheSettingsName_data();
    void refusesAFileThatTheSettingsName();
    void refusesADescriptorOfAFileInUse();
    void takesAnOrdinaryFile_data();
    void takesAnOrdinaryFile();
    void followsFoldersAsTheSystemDoes();
    void tellsPipesDevicesAndDescriptorsApart();
    void refusesACircleOfLinks();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString canonical(const QString &name) const
    {
        return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + name;
    }
    [[nodiscard]] QByteArray encoded(const QString &name) const { return QFile::encodeName(path(name)); }
    void makeWorkspace(const QString &name) const;
    void makeFile(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_inUse;
};

void OutputTargetTest::makeWorkspace(const QString &name) const
{
    const auto writer = EventWriter::open(path(name));
    VERIFY_RESULT(writer);
    SourceRecord record = source(u"work"_s);
    record.secrets.insert(u"access_token"_s, {SecretReference::Kind::File, path(u"token"_s)});
    VERIFY_RESULT((*writer)->addSource(record));
    makeFile(name + u"/trailglass.lock"_s);
}

void OutputTargetTest::makeFile(const QString &name) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("content");
}

/// Files of both workspaces under all their names, and an ordinary file `plain.csv` with links to it.
void OutputTargetTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeWorkspace(u"ws"_s);
    makeWorkspace(u"other"_s);
    makeFile(u"plain.csv"_s);
    makeFile(u"token"_s);
    QVERIFY(QDir().mkpath(configFolder()));
    const QString ws = path(u"ws"_s);
    QVERIFY(QFile::link(ws + u"/trailglass.sqlite"_s, path(u"link.csv"_s)));
    QVERIFY(QFile::link(path(u"link.csv"_s), path(u"link-to-link.csv"_s)));
    QVERIFY(QFile::link(ws + u"/trailglass.sqlite-journal"_s, path(u"link-to-nothing.csv"_s)));
    QVERIFY(QFile::link(ws, path(u"ws-link"_s)));
    QVERIFY(QFile::link(path(u"plain.csv"_s), path(u"plain-link.csv"_s)));
    QVERIFY(QFile::link(path(u"later.csv"_s), path(u"later-link.csv"_s)));
    QCOMPARE(::symlink("plain.csv", encoded(u"relative-link.csv"_s).constData()), 0);
    QCOMPARE(::link(encoded(u"ws/trailglass.sqlite"_s).constData(), encoded(u"hard.csv"_s).constData()), 0);
    QCOMPARE(::link(encoded(u"ws/trailglass.lock"_s).constData(), encoded(u"hard-lock.csv"_s).constData()),
             0);
    QVERIFY(QFile::copy(ws + u"/trailglass.sqlite"_s, path(u"copy.csv"_s)));
    m_inUse = *filesInUse(ws);
}

void OutputTargetTest::refusesWhatMustStay_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("the database") << u"ws/trailglass.sqlite"_s;
    QTest::newRow("with detours") << u"other/../ws/./trailglass.sqlite"_s;
    QTest::newRow("in other letters") << u"ws/Trailglass.SQLite"_s;
    QTest::newRow("through a link to its folder") << u"ws-link/trailglass.sqlite"_s;
    QTest::newRow("by a symbolic link") << u"link.csv"_s;
    QTest::newRow("by a link to a link") << u"link-to-link.csv"_s;
    QTest::newRow("by a hard link") << u"hard.csv"_s;
    QTest::newRow("a journal that is not there yet, by a link") << u"link-to-nothing.csv"_s;
    QTest::newRow("the log") << u"ws/trailglass.sqlite-wal"_s;
    QTest::newRow("its index") << u"ws/trailglass.sqlite-shm"_s;
    QTest::newRow("the journal") << u"ws/trailglass.sqlite-journal"_s;
    QTest::newRow("a backup") << u"ws/trailglass.sqlite.v2.backup"_s;
    QTest::newRow("the lock") << u"ws/trailglass.lock"_s;
    QTest::newRow("the lock by a hard link") << u"hard-lock.csv"_s;
    QTest::newRow("another workspace's database") << u"other/trailglass.sqlite"_s;
    QTest::newRow("another workspace's lock") << u"other/trailglass.lock"_s;
    QTest::newRow("a copy of a database") << u"copy.csv"_s;
    QTest::newRow("a workspace to be") << u"trailglass.sqlite"_s;
    QTest::newRow("the settings") << QString(configFolder() + u"/trailglass.ini"_s);
    QTest::newRow("beside the settings") << QString(configFolder() + u"/export.csv"_s);
}

void OutputTargetTest::refusesWhatMustStay()
{
    QFETCH(QString, name);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto relative = outputTarget(name, m_inUse);
    QVERIFY(QDir::setCurrent(before));
    const QString absolute = name.startsWith(u'/') ? name : path(name);
    for (const auto &[target, given] :
         {std::pair{relative, name}, std::pair{outputTarget(absolute, m_inUse), absolute}}) {
        QVERIFY(!target);
        QCOMPARE(target.error().kind, ErrorKind::Usage);
        QVERIFY2(target.error().message.startsWith(given + u' '), qPrintable(target.error().message));
        QVERIFY2(target.error().message.contains(u"choose another"_s), qPrintable(target.error().message));
    }
}

void OutputTargetTest::refusesWhatIsNoFile()
{
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray name = encoded(u"socket"_s);
    QVERIFY(static_cast<std::size_t>(name.size()) < sizeof address.sun_path);
    std::ranges::copy(name, address.sun_path);
    QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    for (const QString &file : {path(u"socket"_s), path(u"ws"_s), path(u"ws/"_s), path(u"ws/.."_s)}) {
        const auto target = outputTarget(file, m_inUse);
        QVERIFY2(!target, qPrintable(file));
        QCOMPARE(target.error().kind, ErrorKind::Usage);
    }
    ::close(socket);
}

void OutputTargetTest::refusesAFileThatACredentialIsReadFrom()
{
    QVERIFY(!outputTarget(path(u"token"_s), m_inUse));
    QVERIFY(outputTarget(path(u"token"_s), {}));
}

void OutputTargetTest::refusesAFileThatTheSettingsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a witness file") << u"witness"_s;
    QTest::newRow("by a link") << u"witness-link"_s;
    QTest::newRow("by a hard link") << u"witness-hard"_s;
    QTest::newRow("one that is not there yet") << u"ws/../later"_s;
    QTest::newRow("one of another workspace") << u"shared"_s;
    QTest::newRow("a file with the key of an archive that is pushed into") << u"archive-key"_s;
    QTest::newRow("one of an archive that was opened") << u"opened-archive-key"_s;
}

/// Whatever workspace is open; the name of a workspace may have none.
void OutputTargetTest::refusesAFileThatTheSettingsName()
{
    QFETCH(const QString, name);
    for (const QString &file : {u"witness"_s, u"shared"_s, u"archive-key"_s, u"opened-archive-key"_s})
        makeFile(file);
    QVERIFY(QFile::link(path(u"witness"_s), path(u"witness-link"_s)));
    QCOMPARE(::link(encoded(u"witness"_s).constData(), encoded(u"witness-hard"_s).constData()), 0);
    QVERIFY(outputTarget(path(name), m_inUse));
    const QString identity = *(*EventReader::open(path(u"ws"_s)))->identity();
    const auto remembered = qScopeGuard([] { QFile::remove(configFolder() + u"/trailglass.ini"_s); });
    {
        SyncSettings settings;
        settings.setCheckpoints(identity, {.witnessFile = path(u"witness"_s)});
        settings.setCheckpoints(u"00000000000000b2"_s, {.witnessFile = path(u"shared"_s)});
        settings.setCheckpoints(u"00000000000000c3"_s, {.witnessFile = path(u"later"_s)});
        PushSettings pushes;
        pushes.setTargets(
            identity,
            {path(u"ws"_s),
             {{u"https://push@archive.example:8443/audit"_s, QString(u"file:"_s + path(u"archive-key"_s))}}});
        Settings().setArchiveKey(u"https://ann@archive.example:8443/audit"_s,
                                 QString(u"file:"_s + path(u"opened-archive-key"_s)));
    }
    const auto inUse = filesInUse(path(u"ws"_s));
    VERIFY_RESULT(inUse);
    for (const QStringList &files : {*inUse, readableFilesInUse(path(u"ws"_s)),
                                     readableFilesInUse(path(u"no workspace"_s)), filesOfSettings()})
        VERIFY_REFUSED(outputTarget(path(name), files), ErrorKind::Usage, u"that Trailglass uses"_s);
    const bool isWitness = !name.endsWith(u"archive-key"_s);
    const auto asWitness = outputTarget(path(name), readableFilesInUse(path(u"ws"_s), WitnessFiles::LeftOut));
    QCOMPARE(asWitness.hasValue(), isWitness);
}

void OutputTargetTest::refusesADescriptorOfAFileInUse()
{
    const int descriptor = ::open(encoded(u"ws/trailglass.lock"_s).constData(), O_WRONLY | O_CLOEXEC);
    QVERIFY(descriptor >= 0);
    QVERIFY(!outputTarget(u"/dev/fd/%1"_s.arg(descriptor), m_inUse));
    ::close(descriptor);
}

void OutputTargetTest::takesAnOrdinaryFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("leadsTo");
    QTest::newRow("there") << u"plain.csv"_s << u"plain.csv"_s;
    QTest::newRow("to be made") << u"new.csv"_s << u"new.csv"_s;
    QTest::newRow("in a workspace, under another name") << u"ws/events.csv"_s << u"ws/events.csv"_s;
    QTest::newRow("through a link") << u"plain-link.csv"_s << u"plain.csv"_s;
    QTest::newRow("through a relative link") << u"relative-link.csv"_s << u"plain.csv"_s;
    QTest::newRow("through a link, to be made") << u"later-link.csv"_s << u"later.csv"_s;
    QTest::newRow("a name much like ours") << u"trailglass.csv"_s << u"trailglass.csv"_s;
}

void OutputTargetTest::takesAnOrdinaryFile()
{
    QFETCH(QString, name);
    QFETCH(QString, leadsTo);
    const auto target = outputTarget(path(name), m_inUse);
    VERIFY_RESULT(target);
    QCOMPARE(target->kind, OutputTarget::Kind::File);
    QCOMPARE(target->path, canonical(leadsTo));
}

void OutputTargetTest::followsFoldersAsTheSystemDoes()
{
    // `..` of a linked folder is where the link leads, not where it stands.
    QVERIFY(QDir(path(u"ws"_s)).mkpath(u"deep/deeper"_s));
    QVERIFY(QFile::link(path(u"ws/deep/deeper"_s), path(u"short"_s)));
    QVERIFY(!outputTarget(path(u"short/../../trailglass.sqlite"_s), m_inUse));
    QCOMPARE(outputTarget(path(u"short/../x.csv"_s), m_inUse)->path, canonical(u"ws/deep/x.csv"_s));
}

void OutputTargetTest::tellsPipesDevicesAndDescriptorsApart()
{
    QCOMPARE(::mkfifo(encoded(u"pipe"_s).constData(), 0600), 0);
    QCOMPARE(outputTarget(path(u"pipe"_s), m_inUse)->kind, OutputTarget::Kind::Pipe);
    QCOMPARE(outputTarget(u"/dev/null"_s, m_inUse)->kind, OutputTarget::Kind::Device);
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const int plain = ::open(encoded(u"plain.csv"_s).constData(), O_WRONLY | O_CLOEXEC);
    for (const int descriptor : {ends[1], plain}) {
        const auto target = outputTarget(u"/dev/fd/%1"_s.arg(descriptor), m_inUse);
        QCOMPARE(target->kind, OutputTarget::Kind::Descriptor);
        QCOMPARE(target->descriptor, descriptor);
        ::close(descriptor);
    }
    ::close(ends[0]);
    QCOMPARE(outputTarget(u"/dev/stdout"_s, m_inUse)->descriptor, STDOUT_FILENO);
}

void OutputTargetTest::refusesACircleOfLinks()
{
    QVERIFY(QFile::link(path(u"b"_s), path(u"a"_s)));
    QVERIFY(QFile::link(path(u"a"_s), path(u"b"_s)));
    const auto target = outputTarget(path(u"a"_s), m_inUse);
    QVERIFY(!target);
    QCOMPARE(target.error().kind, ErrorKind::Usage);
}

TRAILGLASS_TEST(OutputTargetTest)
#include "tst_outputtarget.moc"
