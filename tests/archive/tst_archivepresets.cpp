// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivepresets.h"

#include "models/archive/archiveinspection.h"
#include "models/archive/archivesession.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/enginerows.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

const ManualClock Now("2026-11-30T12:00:00Z");

Preset preset(const QString &name, const QString &expression)
{
    return {name, expression};
}

ArchivePresetPlan always(const PresetChanges &changes)
{
    return [changes](const QList<Preset> &) {
        return Result<PresetChanges>(changes);
    };
}

} // namespace

/// The presets that an archive keeps for all.
class ArchivePresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keepsWhatIsSaved_data() { EngineRows::add(); }
    void keepsWhatIsSaved();
    void theLastOneCounts_data() { EngineRows::add(); }
    void theLastOneCounts();
    void refusesWhoWasNotFirst_data() { EngineRows::add(); }
    void refusesWhoWasNotFirst();
    void changesAllOrNothing_data() { EngineRows::add(); }
    void changesAllOrNothing();
    void refusesWhoMayOnlyRead_data() { EngineRows::add(); }
    void refusesWhoMayOnlyRead();
    void anArchiveOfBeforeHasNone_data() { EngineRows::add(); }
    void anArchiveOfBeforeHasNone();
    void leavesOutWhatItCannotShow_data() { EngineRows::add(); }
    void leavesOutWhatItCannotShow();

private:
    EngineRows m_engines;
};

#define OPEN_SESSION(user)                                                                                   \
    ARCHIVE_STAGE(m_engines);                                                                                \
    const auto opened = stage.open(user);                                                                    \
    VERIFY_RESULT(opened);                                                                                   \
    ArchiveSession &session = **opened

void ArchivePresetsTest::keepsWhatIsSaved()
{
    OPEN_SESSION(u"push"_s);
    const Preset full{u"it's \"all\" ü"_s, u"actor:'x\\y'\n-op:*"_s, u"created,actor"_s, u"-created"_s,
                      u"[{\"name\":\"a\",\"filter\":\"op:auth\",\"colour\":2,\"on\":true}]"_s};
    const Preset plain = preset(u"another"_s, u"op:delete"_s);
    const auto none = archivePresets(session, {});
    VERIFY_RESULT(none);
    QVERIFY(none->isEmpty());

    VERIFY_RESULT(changeArchivePresets(session, always({.saved = {full, plain}}), Now, {}));

    const auto reader = stage.open(u"reader"_s);
    VERIFY_RESULT(reader);
    const auto read = archivePresets(**reader, {});
    VERIFY_RESULT(read);
    QCOMPARE(*read, (QList<Preset>{plain, full}));
}

void ArchivePresetsTest::theLastOneCounts()
{
    OPEN_SESSION(u"push"_s);
    const auto change = [&session](const PresetChanges &changes) {
        return changeArchivePresets(session, always(changes), Now, {});
    };
    VERIFY_RESULT(change({.saved = {preset(u"a"_s, u"1"_s), preset(u"b"_s, u"1"_s)}}));
    VERIFY_RESULT(change({.saved = {preset(u"a"_s, u"2"_s)}}));
    VERIFY_RESULT(change({.deleted = {u"b"_s, u"nobody"_s}}));
    VERIFY_RESULT(change({.deleted = {u"a"_s}, .saved = {preset(u"a"_s, u"3"_s), preset(u"c"_s, u"1"_s)}}));
    VERIFY_RESULT(change({.saved = {preset(u"b"_s, u"4"_s)}})); // after it was deleted
    VERIFY_RESULT(change({.deleted = {u"c"_s}}));
    VERIFY_RESULT(change({}));

    const auto read = archivePresets(session, {});

    VERIFY_RESULT(read);
    QCOMPARE(*read, (QList<Preset>{preset(u"a"_s, u"3"_s), preset(u"b"_s, u"4"_s)}));
    QCOMPARE(stage.number("SELECT toInt64(count()) FROM preset WHERE author != 'push'"), 0);
}

/// Somebody else saves between the reading and the writing.
void ArchivePresetsTest::refusesWhoWasNotFirst()
{
    OPEN_SESSION(u"push"_s);
    VERIFY_RESULT(changeArchivePresets(session, always({.saved = {preset(u"a"_s, u"1"_s)}}), Now, {}));
    // Of two lines with the same version the one with the greater number counts: here that of the others.
    const auto beaten = [&stage](const QList<Preset> &) -> Result<PresetChanges> {
        stage.execute(
            "INSERT INTO preset (name, version, attempt, state, expression, format) VALUES ('a', 2, "
            "18446744073709551615, 1, 'theirs', 1)");
        return PresetChanges{.saved = {preset(u"a"_s, u"ours"_s)}};
    };

    VERIFY_REFUSED(changeArchivePresets(session, beaten, Now, {}), ErrorKind::Locked, u"“a”"_s);

    const auto read = archivePresets(session, {});
    VERIFY_RESULT(read);
    QCOMPARE(*read, QList<Preset>{preset(u"a"_s, u"theirs"_s)});
    VERIFY_RESULT(changeArchivePresets(session, always({.saved = {preset(u"a"_s, u"ours"_s)}}), Now, {}));
    const auto again = archivePresets(session, {});
    VERIFY_RESULT(again);
    QCOMPARE(*again, QList<Preset>{preset(u"a"_s, u"ours"_s)});
}

void ArchivePresetsTest::changesAllOrNothing()
{
    OPEN_SESSION(u"push"_s);
    const auto refusing = [](const QList<Preset> &) -> Result<PresetChanges> {
        return Error{ErrorKind::Usage, u"no"_s};
    };

    QCOMPARE(changeArchivePresets(session, refusing, Now, {}).error().kind, ErrorKind::Usage);
    CancelSource source;
    const CancelToken cancelled = source.token();
    source.cancel();
    QCOMPARE(changeArchivePresets(session, always({.saved = {preset(u"a"_s, u"1"_s)}}), Now, cancelled)
                 .error()
                 .kind,
             ErrorKind::Cancelled);

    const auto read = archivePresets(session, {});
    VERIFY_RESULT(read);
    QVERIFY(read->isEmpty());
}

void ArchivePresetsTest::refusesWhoMayOnlyRead()
{
    OPEN_SESSION(u"reader"_s);

    VERIFY_REFUSED(changeArchivePresets(session, always({.saved = {preset(u"a"_s, u"1"_s)}}), Now, {}),
                   ErrorKind::Forbidden, u"“reader”"_s);
}

void ArchivePresetsTest::anArchiveOfBeforeHasNone()
{
    OPEN_SESSION(u"push"_s);
    stage.execute("DROP TABLE preset");

    const auto read = archivePresets(session, {});

    VERIFY_RESULT(read);
    QVERIFY(read->isEmpty());
    VERIFY_RESULT(inspectArchive(session, {}));
    const auto isWhole = hasAllTables(session, {});
    VERIFY_RESULT(isWhole);
    QVERIFY(!*isWhole);
    VERIFY_REFUSED(changeArchivePresets(session, always({.saved = {preset(u"a"_s, u"1"_s)}}), Now, {}),
                   ErrorKind::Unsupported, u"archive create"_s);
}

void ArchivePresetsTest::leavesOutWhatItCannotShow()
{
    OPEN_SESSION(u"push"_s);
    VERIFY_RESULT(changeArchivePresets(session, always({.saved = {preset(u"a"_s, u"1"_s)}}), Now, {}));
    stage.execute(
        "INSERT INTO preset (name, version, state, expression, format) VALUES ('later', 1, 1, 'x', 2)");
    stage.execute(
        "INSERT INTO preset (name, version, state, expression, format) SELECT 'large', toUInt64(1), "
        "toInt8(1), arrayStringConcat(arrayMap(x -> 'xxxxxxxxxx', range(200000))), toUInt32(1)");

    const auto read = archivePresets(session, {});

    VERIFY_RESULT(read);
    QCOMPARE(*read, QList<Preset>{preset(u"a"_s, u"1"_s)});
}

TRAILGLASS_TEST(ArchivePresetsTest)
#include "tst_archivepresets.moc"
