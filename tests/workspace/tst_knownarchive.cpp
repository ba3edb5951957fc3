// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/knownarchive.h"

#include "models/archive/archiveschema.h"
#include "models/workspace/archivefolder.h"
#include "models/workspace/knownarchivekeeper.h"
#include "tests/network/manualclock.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>
#include <memory>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

using Damage = QByteArray (*)(const QByteArray &content);

constexpr std::chrono::milliseconds AtOnce{1};
constexpr std::chrono::hours Never{1};

ArchivePlace placeOf(const QString &address)
{
    return ArchivePlace::parse(address).value();
}

ArchivePlace annsArchive()
{
    return placeOf(u"https://ann@archive.example:8443/audit"_s);
}

UtcMicros at(std::string_view time)
{
    return parseTime(time).value();
}

ArchiveOverview overviewOfTwo()
{
    ArchiveOverview overview;
    overview.version = u"18.16.1"_s;
    overview.events = 1'234;
    overview.created = {at("2026-11-01T00:00:00.000001Z"), at("2026-11-30T12:00:00Z") + 1};
    overview.workspaces = {PushedWorkspace{.origin = 4'000'000'000,
                                           .name = u"lap\u202etop"_s,
                                           .events = 1'234,
                                           .lastPush = at("2026-11-30T12:00:00Z")},
                           PushedWorkspace{.origin = 2, .name = u"server"_s}};
    SourceRecord removed;
    removed.name = u"öld"_s;
    removed.type = u"secoda"_s;
    removed.removed = true;
    SourceRecord pushed;
    pushed.name = u"work"_s;
    pushed.type = u"asana"_s;
    overview.sources = {removed, pushed};
    return overview;
}

/// A clock that somebody puts forward.
class PutForwardClock final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override { return time; }

    UtcMicros time = Noon;
};

/// A file with another value in the place of one.
QByteArray with(const QByteArray &content, const QString &key, const QJsonValue &value)
{
    QJsonObject root = QJsonDocument::fromJson(content).object();
    root.insert(key, value);
    return QJsonDocument(root).toJson();
}

/// Likewise in each entry of a list.
QByteArray withEach(const QByteArray &content, const QString &list, const QString &key,
                    const QJsonValue &value)
{
    const QJsonArray before = QJsonDocument::fromJson(content).object().value(list).toArray();
    QJsonArray entries;
    for (const auto &entry : before) {
        QJsonObject object = entry.toObject();
        object.insert(key, value);
        entries.append(object);
    }
    return with(content, list, entries);
}

} // namespace

/// What is kept of an archive for when its server is away; what is in the place of the file may be anything.
class KnownArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void knowsWhatItKept();
    void knowsAnEmptyArchive();
    void isOneForEachArchive_data();
    void isOneForEachArchive();
    void isBesideTheFolderAndForItsOwnerOnly();
    void keepsNoMoreThanItsLimits();
    void takesADamagedFileForNone_data();
    void takesADamagedFileForNone();
    void readsAndWritesNothingThroughWhatIsNoFile_data();
    void readsAndWritesNothingThroughWhatIsNoFile();
    void whatCannotBeWrittenIsNotKept();
    void tellsAServerThatIsAwayFromOneThatRefuses_data();
    void tellsAServerThatIsAwayFromOneThatRefuses();
    void keepsAnArchiveAsOfBeforeItWasRead();
    void keepsWhatAnOpenArchiveHolds();
    void keepsItAgainAndAgain();
    void aServerThatIsAwayChangesNothing();
    void aLookEndsWithTheKeeper();

private:
    [[nodiscard]] QString settingsFile() const { return m_folder->filePath(u"settings.ini"_s); }
    [[nodiscard]] QString path() const { return knownArchiveFile(annsArchive(), settingsFile()); }
    [[nodiscard]] std::optional<KnownArchive> known() const
    {
        return knownArchive(annsArchive(), settingsFile());
    }
    void remember(const ArchiveOverview &overview = overviewOfTwo()) const
    {
        rememberArchive(annsArchive(), overview, Noon, settingsFile());
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    const ManualClock m_clock{"2026-12-01T08:00:00Z"};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void KnownArchiveTest::init()
{
    failOnWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

void KnownArchiveTest::knowsWhatItKept()
{
    QVERIFY(!known());
    remember();

    const auto found = known();

    QVERIFY(found);
    QCOMPARE(found->readAt.value, Noon.value);
    QCOMPARE(found->format, int(ArchiveFormat));
    QCOMPARE(found->otherWorkspaces, 0);
    QCOMPARE(found->otherSources, 0);
    const ArchiveOverview expected = overviewOfTwo();
    QCOMPARE(found->overview.version, expected.version);
    QCOMPARE(found->overview.events, expected.events);
    QVERIFY(found->overview.created == expected.created);
    QCOMPARE(found->overview.workspaces.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        const PushedWorkspace &workspace = found->overview.workspaces.at(i);
        QCOMPARE(workspace.origin, expected.workspaces.at(i).origin);
        QCOMPARE(workspace.name, expected.workspaces.at(i).name);
        QCOMPARE(workspace.events, expected.workspaces.at(i).events);
        QVERIFY(workspace.lastPush == expected.workspaces.at(i).lastPush);
        const SourceRecord &source = found->overview.sources.at(i);
        QCOMPARE(source.name, expected.sources.at(i).name);
        QCOMPARE(source.type, expected.sources.at(i).type);
        QCOMPARE(source.removed, expected.sources.at(i).removed);
    }
}

void KnownArchiveTest::knowsAnEmptyArchive()
{
    remember();
    remember({}); // in place of what was known

    const auto found = known();

    QVERIFY(found);
    QCOMPARE(found->overview.events, 0);
    QVERIFY(found->overview.created == TimeWindow());
    QVERIFY(found->overview.workspaces.isEmpty() && found->overview.sources.isEmpty());
}

void KnownArchiveTest::isOneForEachArchive_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("another user") << u"https://bob@archive.example:8443/audit"_s << true;
    QTest::newRow("another database") << u"https://ann@archive.example:8443/audit2"_s << false;
    QTest::newRow("another server") << u"https://ann@archive2.example:8443/audit"_s << false;
}

void KnownArchiveTest::isOneForEachArchive()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isKnown);
    remember();
    QCOMPARE(knownArchive(placeOf(address), settingsFile()).has_value(), isKnown);
}

void KnownArchiveTest::isBesideTheFolderAndForItsOwnerOnly()
{
    remember();
    QCOMPARE(QFileInfo(path()).path(), QFileInfo(archiveFolder(annsArchive(), settingsFile())).path());
    QVERIFY(!QFile::exists(archiveFolder(annsArchive(), settingsFile()))); // which is for presets
    constexpr auto OfOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & OfOthers));
}

void KnownArchiveTest::keepsNoMoreThanItsLimits()
{
    constexpr int Many = 1'000;
    // What takes six bytes a character in the file, and pairs that may not be cut in two.
    const QString controls = QString(10'000, QChar(1));
    const QString pairs = u"\U0001F600"_s.repeated(10'000);
    ArchiveOverview overview;
    overview.version = controls;
    for (int i = 0; i < Many; ++i) {
        overview.workspaces.append(PushedWorkspace{.origin = quint32(i), .name = controls});
        SourceRecord source;
        source.name = pairs;
        source.type = controls;
        overview.sources.append(source);
    }

    remember(overview);

    QVERIFY2(content().size() <= KnownArchive::MaxBytes, qPrintable(QString::number(content().size())));
    const auto found = known();
    QVERIFY(found);
    QCOMPARE(found->overview.workspaces.size(), KnownArchive::MaxListed);
    QCOMPARE(found->otherWorkspaces, Many - KnownArchive::MaxListed);
    QCOMPARE(found->otherSources, Many - KnownArchive::MaxListed);
    QCOMPARE(found->overview.workspaces.first().name.size(), KnownArchive::MaxText);
    const QString name = found->overview.sources.first().name;
    QVERIFY(name.endsWith(u"\U0001F600…"_s));
    QVERIFY(name.size() <= KnownArchive::MaxText);
}

void KnownArchiveTest::takesADamagedFileForNone_data()
{
    QTest::addColumn<Damage>("damage");
    const auto row = [](const char *name, Damage damage) {
        QTest::newRow(name) << damage;
    };
    row("empty", [](const QByteArray &) { return QByteArray(); });
    row("cut off", [](const QByteArray &content) { return content.left(content.size() / 2); });
    row("noise", [](const QByteArray &) { return QByteArray(10'000, '\xfe'); });
    row("a list", [](const QByteArray &) { return QByteArray("[1,2]"); });
    row("deep", [](const QByteArray &) { return QByteArray(500'000, '['); });
    row("too large", [](const QByteArray &content) -> QByteArray {
        return content + QByteArray(KnownArchive::MaxBytes, ' ');
    });
    row("of another version", [](const QByteArray &content) { return with(content, u"version"_s, 2); });
    row("of another archive",
        [](const QByteArray &content) { return with(content, u"archive"_s, u"https://other:8443/audit"_s); });
    row("of no archive", [](const QByteArray &content) { return with(content, u"archive"_s, QJsonValue()); });
    row("read at no time", [](const QByteArray &content) { return with(content, u"read"_s, QJsonValue()); });
    row("read some time", [](const QByteArray &content) { return with(content, u"read"_s, u"today"_s); });
    row("of no format", [](const QByteArray &content) { return with(content, u"format"_s, u"one"_s); });
    row("events as a text", [](const QByteArray &content) { return with(content, u"events"_s, u"7"_s); });
    row("less than no events", [](const QByteArray &content) { return with(content, u"events"_s, -1); });
    row("a part of an event", [](const QByteArray &content) { return with(content, u"events"_s, 1.5); });
    row("more events than can be",
        [](const QByteArray &content) { return with(content, u"events"_s, 1e300); });
    row("the last event as a number",
        [](const QByteArray &content) { return with(content, u"last"_s, 12'345); });
    row("no list of workspaces",
        [](const QByteArray &content) { return with(content, u"workspaces"_s, u"all"_s); });
    row("workspaces that are none", [](const QByteArray &content) {
        return with(content, u"workspaces"_s, QJsonArray{1, 2});
    });
    row("too many sources", [](const QByteArray &content) {
        QJsonArray sources;
        for (qsizetype i = 0; i <= KnownArchive::MaxListed; ++i)
            sources.append(QJsonObject{{u"name"_s, u"a"_s}, {u"vendor"_s, u"asana"_s}});
        return with(content, u"sources"_s, sources);
    });
    row("a name that is too long", [](const QByteArray &content) {
        return withEach(content, u"sources"_s, u"name"_s, QString(KnownArchive::MaxText + 1, u'a'));
    });
    row("a number that is too large", [](const QByteArray &content) {
        return withEach(content, u"workspaces"_s, u"number"_s, qint64(1) << 32);
    });
    row("a push at no time", [](const QByteArray &content) {
        return withEach(content, u"workspaces"_s, u"last_push"_s, QJsonObject());
    });
}

void KnownArchiveTest::takesADamagedFileForNone()
{
    QFETCH(const Damage, damage);
    remember();
    write(damage(content()));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"last known state of an archive is not used: its file is"_s));

    QVERIFY(!known());

    remember();
    QVERIFY(known());
}

void KnownArchiveTest::readsAndWritesNothingThroughWhatIsNoFile_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"link", "link to nothing", "pipe", "folder"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void KnownArchiveTest::readsAndWritesNothingThroughWhatIsNoFile()
{
    QFETCH(const QString, kind);
    remember();
    const QString precious = m_folder->filePath(u"precious"_s);
    QVERIFY(QFile::rename(path(), precious)); // what a link leads to would even be readable
    const QByteArray place = QFile::encodeName(path());
    if (kind == "link"_L1)
        QCOMPARE(::symlink(QFile::encodeName(precious).constData(), place.constData()), 0);
    else if (kind == "link to nothing"_L1)
        QCOMPARE(::symlink("nothing", place.constData()), 0);
    else if (kind == "pipe"_L1)
        QCOMPARE(::mkfifo(place.constData(), 0600), 0);
    else
        QCOMPARE(::mkdir(place.constData(), 0700), 0);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"last known state of an archive is not used"_s));

    QVERIFY(!known());

    QFile file(precious);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    remember({});
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
    QVERIFY(!QFile::exists(QFileInfo(path()).path() + u"/nothing"_s));
    struct stat status = {};
    QCOMPARE(::lstat(place.constData(), &status), 0);
    QVERIFY(!S_ISREG(status.st_mode)); // nothing was put in its place
}

void KnownArchiveTest::whatCannotBeWrittenIsNotKept()
{
    const QString file = m_folder->filePath(u"file"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    const QString settings = file + u"/settings.ini"_s; // below what is no folder

    rememberArchive(annsArchive(), overviewOfTwo(), Noon, settings);

    QVERIFY(!knownArchive(annsArchive(), settings));
}

void KnownArchiveTest::tellsAServerThatIsAwayFromOneThatRefuses_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isAway");
    const auto row = [](ErrorKind kind, bool isAway) {
        QTest::newRow(qPrintable(errorKindName(kind))) << kind << isAway;
    };
    for (const ErrorKind kind : {ErrorKind::Network, ErrorKind::Timeout, ErrorKind::Tls, ErrorKind::Server,
                                 ErrorKind::Redirect, ErrorKind::Malformed})
        row(kind, true);
    for (const ErrorKind kind :
         {ErrorKind::Unauthorized, ErrorKind::Forbidden, ErrorKind::NotFound, ErrorKind::NewerVersion,
          ErrorKind::Unsupported, ErrorKind::Usage, ErrorKind::SecretUnavailable, ErrorKind::Cancelled})
        row(kind, false);
}

void KnownArchiveTest::tellsAServerThatIsAwayFromOneThatRefuses()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, isAway);
    QCOMPARE(isServerAway(Error{kind, u"So it is."_s}), isAway);
}

void KnownArchiveTest::keepsAnArchiveAsOfBeforeItWasRead()
{
    PutForwardClock clock;
    const auto look = [&clock]() -> Result<ArchiveOverview> {
        clock.time = Noon + UtcMicros::PerHour;
        return overviewOfTwo();
    };
    const auto overview = lookAndRemember(annsArchive(), look, clock, settingsFile());
    QVERIFY(overview);
    QCOMPARE(overview->events, 1'234);
    QVERIFY(known());
    QCOMPARE(known()->readAt.value, Noon.value);

    const auto fail = []() -> Result<ArchiveOverview> {
        return Error{ErrorKind::Network, u"The server is away."_s};
    };
    const auto failed = lookAndRemember(annsArchive(), fail, clock, settingsFile());
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Network);
    QCOMPARE(known()->readAt.value, Noon.value); // what was known stays
}

void KnownArchiveTest::keepsWhatAnOpenArchiveHolds()
{
    std::atomic<const QThread *> looked = nullptr;
    const auto look = [&looked](const CancelToken &) -> Result<ArchiveOverview> {
        looked = QThread::currentThread();
        return overviewOfTwo();
    };

    const KnownArchiveKeeper keeper(annsArchive(), look, m_clock, settingsFile(), Never);

    QTRY_VERIFY(known());
    QCOMPARE(known()->overview.events, 1'234);
    QCOMPARE(known()->readAt.value, m_clock.now().value);
    QVERIFY(looked != QThread::currentThread());
}

void KnownArchiveTest::keepsItAgainAndAgain()
{
    std::atomic<qint64> events = 1;
    const auto look = [&events](const CancelToken &) -> Result<ArchiveOverview> {
        ArchiveOverview overview;
        overview.events = events;
        return overview;
    };
    const KnownArchiveKeeper keeper(annsArchive(), look, m_clock, settingsFile(), AtOnce);
    QTRY_VERIFY(known());

    events = 2;

    QTRY_COMPARE(known()->overview.events, 2);
}

void KnownArchiveTest::aServerThatIsAwayChangesNothing()
{
    remember();
    std::atomic<int> looks = 0;
    const auto look = [&looks](const CancelToken &) -> Result<ArchiveOverview> {
        ++looks;
        return Error{ErrorKind::Network, u"The server is away."_s};
    };

    const KnownArchiveKeeper keeper(annsArchive(), look, m_clock, settingsFile(), AtOnce);

    QTRY_VERIFY(looks > 2);
    QCOMPARE(known()->readAt.value, Noon.value);
    QCOMPARE(known()->overview.events, 1'234);
}

void KnownArchiveTest::aLookEndsWithTheKeeper()
{
    std::atomic<bool> isLooking = false;
    const auto look = [&isLooking](const CancelToken &cancel) -> Result<ArchiveOverview> {
        isLooking = true;
        while (!cancel.isCancelled())
            QThread::yieldCurrentThread();
        return Error{ErrorKind::Cancelled, u"Cancelled."_s};
    };
    {
        const KnownArchiveKeeper keeper(annsArchive(), look, m_clock, settingsFile(), AtOnce);
        QTRY_VERIFY(isLooking);
    }
    QVERIFY(!known());
}

TRAILGLASS_TEST(KnownArchiveTest)
#include "tst_knownarchive.moc"
