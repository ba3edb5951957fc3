// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetservice.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class PresetServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aWorkspaceWithoutADatabaseHasNone();
    void savingMakesTheDatabase();
    void tellsWhatCannotBeSaved();
    void renamesAndRemoves();
    void theLookupSeesLaterPresets();
    void goesThroughAFile();
    void replacesNoFileOfItsWorkspace();
    void seesWhatAnotherSavedOnlyWhenAsked();
    void finishesWhatWasRequestedAndCallsNobody();
    void listsOnlyWhatIsNew();
    void saysWhenTheListCannotBeRead();

private:
    /// Waits for the one result of a call.
    template <class Call>
    Result<void> resultOf(const Call &call);

    QString folder() const { return m_folder->filePath(u"workspace"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PresetService> m_service;
};

void PresetServiceTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_service.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<PresetService>(folder());
}

template <class Call>
Result<void> PresetServiceTest::resultOf(const Call &call)
{
    std::optional<Result<void>> outcome;
    call([&outcome](const auto &result) { outcome = result ? Result<void>() : result.error(); });
    if (outcome)
        return Error{ErrorKind::Internal, u"answered before the call returned"_s};
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000))
        return Error{ErrorKind::Internal, u"no result"_s};
    return *outcome;
}

void PresetServiceTest::aWorkspaceWithoutADatabaseHasNone()
{
    const QSignalSpy listed(m_service.get(), &PresetService::listed);
    m_service->reload();
    QVERIFY(listed.isEmpty());
    QTRY_COMPARE(listed.size(), 1);
    QVERIFY(m_service->presets().isEmpty());
    QVERIFY(!QFileInfo::exists(folder()));
}

void PresetServiceTest::savingMakesTheDatabase()
{
    const QSignalSpy listed(m_service.get(), &PresetService::listed);
    const Preset night{u"night"_s, u"hour:22..,..5"_s, u"created"_s, u"-actor"_s};
    QVERIFY(resultOf([&](auto done) { m_service->save(night, done); }));
    QCOMPARE(listed.size(), 1);
    QCOMPARE(m_service->presets(), QList<Preset>{night});
}

void PresetServiceTest::tellsWhatCannotBeSaved()
{
    const auto refused = resultOf([&](auto done) { m_service->save({u"a"_s, u"preset:a"_s}, done); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QVERIFY(!QFileInfo::exists(folder()));
    QVERIFY(!resultOf([&](auto done) { m_service->remove(u"nobody"_s, done); }));
    QVERIFY(!resultOf([&](auto done) { m_service->rename(u"nobody"_s, u"x"_s, done); }));
}

void PresetServiceTest::renamesAndRemoves()
{
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"x"_s}, done); }));
    QVERIFY(resultOf([&](auto done) { m_service->save({u"b"_s, u"preset:a"_s}, done); }));
    QVERIFY(resultOf([&](auto done) { m_service->rename(u"a"_s, u"c"_s, done); }));
    QCOMPARE(m_service->presets(), (QList<Preset>{{u"b"_s, u"preset:c"_s}, {u"c"_s, u"x"_s}}));
    QVERIFY(resultOf([&](auto done) { m_service->remove(u"b"_s, done); }));
    QCOMPARE(m_service->presets(), (QList<Preset>{{u"c"_s, u"x"_s}}));
}

void PresetServiceTest::theLookupSeesLaterPresets()
{
    const Filter::PresetLookup lookup = m_service->lookup();
    QVERIFY(!lookup(u"a"_s));
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"x"_s}, done); }));
    QCOMPARE(lookup(u"a"_s), std::optional(u"x"_s));
    m_service.reset();
    QCOMPARE(lookup(u"a"_s), std::optional(u"x"_s));
}

void PresetServiceTest::goesThroughAFile()
{
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"x"_s}, done); }));
    const QString fileName = m_folder->filePath(u"presets.json"_s);
    QVERIFY(resultOf([&](auto done) { m_service->exportTo(fileName, done); }));
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"y"_s}, done); }));
    std::optional<Result<PresetImport>> imported;
    m_service->importFrom(fileName, [&](const Result<PresetImport> &result) { imported = result; });
    QTRY_VERIFY(imported);
    QVERIFY(*imported);
    QCOMPARE((*imported)->renamed.size(), 1);
    QCOMPARE(m_service->presets(), (QList<Preset>{{u"a"_s, u"y"_s}, {u"a (2)"_s, u"x"_s}}));

    imported.reset();
    m_service->importFrom(m_folder->filePath(u"none"_s),
                          [&](const Result<PresetImport> &result) { imported = result; });
    QTRY_VERIFY(imported);
    QCOMPARE(imported->error().kind, ErrorKind::NotFound);
    QCOMPARE(m_service->presets().size(), 2);
}

void PresetServiceTest::replacesNoFileOfItsWorkspace()
{
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"x"_s}, done); }));
    const QString link = m_folder->filePath(u"presets.json"_s);
    QVERIFY(QFile::link(folder() + u"/trailglass.sqlite"_s, link));
    for (const QString &file : {link, QString(folder() + u"/trailglass.sqlite-wal"_s)}) {
        const Result<void> refused = resultOf([&](auto done) { m_service->exportTo(file, done); });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
    }
    PresetService other(folder());
    const QSignalSpy listed(&other, &PresetService::listed);
    other.reload();
    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(other.presets().size(), 1);
}

void PresetServiceTest::seesWhatAnotherSavedOnlyWhenAsked()
{
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"x"_s}, done); }));
    PresetService other(folder());
    const QSignalSpy listed(&other, &PresetService::listed);
    QVERIFY(other.presets().isEmpty());
    other.reload();
    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(other.presets(), m_service->presets());
}

void PresetServiceTest::finishesWhatWasRequestedAndCallsNobody()
{
    bool called = false;
    m_service->save({u"a"_s, u"x"_s}, [&called](const Result<void> &) { called = true; });
    m_service.reset();
    PresetService other(folder());
    const QSignalSpy listed(&other, &PresetService::listed);
    other.reload();
    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(other.presets().size(), 1);
    QVERIFY(!called);
}

void PresetServiceTest::listsOnlyWhatIsNew()
{
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"x"_s}, done); }));
    const QSignalSpy listed(m_service.get(), &PresetService::listed);
    m_service->reload();
    m_service->reload();
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"x"_s}, done); })); // after the reloads
    QCOMPARE(listed.size(), 0);
    QVERIFY(resultOf([&](auto done) { m_service->save({u"a"_s, u"y"_s}, done); }));
    QCOMPARE(listed.size(), 1);
}

void PresetServiceTest::saysWhenTheListCannotBeRead()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + u"/trailglass.sqlite"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear diary, today I");
    file.close();
    const QSignalSpy failed(m_service.get(), &PresetService::failed);
    m_service->reload();
    QTRY_COMPARE(failed.size(), 1);

    // The same list as before the fault is news after it.
    const QSignalSpy listed(m_service.get(), &PresetService::listed);
    QVERIFY(file.remove());
    m_service->reload();
    QTRY_COMPARE(listed.size(), 1);
}

TRAILGLASS_TEST(PresetServiceTest)
#include "tst_presetservice.moc"
