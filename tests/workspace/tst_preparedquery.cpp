// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/preparedquery.h"

#include "models/core/programfolders.h"
#include "models/presets/presetstorage.h"
#include "models/workspace/archivefolder.h"
#include "models/workspace/openarchive.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

const Error NotRead{ErrorKind::Server, u"The table is damaged."_s};

/// A place with presets of the user's own, of which the shared ones are what the test says.
class PresetsOnly final : public OpenPlace
{
public:
    explicit PresetsOnly(Result<QList<Preset>> shared)
        : m_shared(std::move(shared))
    {
    }

    Result<QueryEngine *> engine() override { return NotRead; }
    Result<RecordSource *> records() override { return NotRead; }
    Result<QList<SourceRecord>> sources() override { return QList<SourceRecord>(); }
    Result<std::vector<CoverageEntry>> coverage(SourceId) override { return std::vector<CoverageEntry>(); }
    Result<QList<Preset>> presets() override
    {
        return QList<Preset>{{u"mine"_s, u"action:read"_s}, {u"through mine"_s, u"NOT preset:theirs"_s}};
    }
    Result<QList<Preset>> sharedPresets() override
    {
        ++asked;
        return m_shared;
    }
    /// Of ann.
    Result<RowId> reviewedRow(const ReviewName &review) override
    {
        return review.reviewer == "ann"_L1 ? reviewed.value(review.name) : RowId();
    }
    Result<EventRecord> find(const QString &, const std::string &) override { return NotRead; }
    Result<QStringList> filesInUse() override { return QStringList(); }
    void interrupt() override { }

    int asked = 0; ///< how often for the shared ones
    QHash<QString, RowId> reviewed; ///< the last row by the name of the review

private:
    const Result<QList<Preset>> m_shared;
};

Result<PreparedQuery> prepared(OpenPlace &place, const QString &expression)
{
    return prepareQuery(place, expression, {Noon});
}

} // namespace

/// What a filter may name: the user's own presets, whatever becomes of those that all share.
class PreparedQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onesOwnCountBeforeTheSharedOnes();
    void asksForSharedOnesOnlyIfTheFilterNamesAny();
    void sharedOnesThatCannotBeReadTakeNothingFromOnesOwn();
    void saysThatAPresetMayBeAmongThoseThatWereNotRead_data();
    void saysThatAPresetMayBeAmongThoseThatWereNotRead();
    void presetsOfAnArchiveAreThereWhileItsServerIsAway();
    void newIsWhatCameAfterTheReviewThatWentFurther_data();
    void newIsWhatCameAfterTheReviewThatWentFurther();
};

void PreparedQueryTest::onesOwnCountBeforeTheSharedOnes()
{
    PresetsOnly place(QList<Preset>{{u"mine"_s, u"action:write"_s}, {u"theirs"_s, u"op:auth"_s}});

    const auto own = prepared(place, u"preset:mine"_s);
    const auto shared = prepared(place, u"preset:theirs"_s);

    VERIFY_RESULT(own);
    VERIFY_RESULT(shared);
    QCOMPARE(Filter::print(own->filter), u"action:read"_s);
    QCOMPARE(Filter::print(shared->filter), u"op:auth"_s);
}

void PreparedQueryTest::asksForSharedOnesOnlyIfTheFilterNamesAny()
{
    PresetsOnly place(NotRead);
    VERIFY_RESULT(prepared(place, u"action:read"_s));
    QCOMPARE(place.asked, 0);
    VERIFY_RESULT(prepared(place, u"preset:mine"_s));
    QCOMPARE(place.asked, 1);
}

void PreparedQueryTest::sharedOnesThatCannotBeReadTakeNothingFromOnesOwn()
{
    PresetsOnly place(NotRead);

    VERIFY_RESULT(prepared(place, u"preset:mine"_s));
    VERIFY_RESULT(prepared(place, u"preset:failed-logins"_s)); // of the program

    PresetsOnly stopped(Error{ErrorKind::Cancelled, u"Stopped."_s});
    VERIFY_REFUSED(prepared(stopped, u"preset:mine"_s), ErrorKind::Cancelled, u"Stopped."_s);
}

void PreparedQueryTest::saysThatAPresetMayBeAmongThoseThatWereNotRead_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<ErrorKind>("failure");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("the server is away")
        << u"preset:theirs"_s << ErrorKind::Network << ErrorKind::Network << true;
    QTest::newRow("the user may not see them")
        << u"preset:theirs"_s << ErrorKind::Forbidden << ErrorKind::Usage << true;
    QTest::newRow("through one's own")
        << u"preset:\"through mine\""_s << ErrorKind::Network << ErrorKind::Network << true;
    QTest::newRow("a mistake that has nothing to do with them")
        << u"created:nevr preset:mine"_s << ErrorKind::Network << ErrorKind::Usage << false;
}

void PreparedQueryTest::saysThatAPresetMayBeAmongThoseThatWereNotRead()
{
    QFETCH(const QString, expression);
    QFETCH(const ErrorKind, failure);
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, isSaid);
    PresetsOnly place(Error{failure, u"The words of the server."_s});

    const auto query = prepared(place, expression);

    QVERIFY(!query);
    QCOMPARE(query.error().kind, kind);
    QCOMPARE(query.error().message.contains(u"could not be read. The words of the server."_s), isSaid);
    QCOMPARE(query.error().message.contains(u"“theirs”"_s), isSaid);
}

void PreparedQueryTest::presetsOfAnArchiveAreThereWhileItsServerIsAway()
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QVERIFY(configFolder().startsWith(home.path()));
    const auto address = ArchivePlace::parse(u"http://ann@127.0.0.1:1/audit"_s); // where nobody listens
    const QList<Preset> own{{u"mine"_s, u"action:read"_s}};
    VERIFY_RESULT(changeStoredPresets(archiveFolder(*address), [&own](const QList<Preset> &) {
        return Result<PresetChanges>(PresetChanges{.saved = own});
    }));
    const auto place = archiveAt(ArchiveAccess{*address, {}}).open();

    const auto presets = place->presets();
    const auto shared = place->sharedPresets();

    qputenv("XDG_CONFIG_HOME", before);
    VERIFY_RESULT(presets);
    QCOMPARE(*presets, own);
    QVERIFY(!shared);
    QCOMPARE(shared.error().kind, ErrorKind::Network);
}

void PreparedQueryTest::newIsWhatCameAfterTheReviewThatWentFurther_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("row");
    QTest::newRow("of everything") << u"is:new"_s << QString() << u"default"_s << qint64{50};
    QTest::newRow("of the very filter") << u"op:delete is:new"_s << QString() << u"op:delete"_s << qint64{80};
    QTest::newRow("of a preset by its name")
        << u"preset:mine is:new"_s << QString() << u"preset:mine"_s << qint64{70};
    QTest::newRow("not of what the preset stands for")
        << u"action:read is:new"_s << QString() << u"default"_s << qint64{50};
    QTest::newRow("of everything, which went further")
        << u"op:create is:new"_s << QString() << u"default"_s << qint64{50};
    QTest::newRow("of everything, without one of its own")
        << u"op:read is:new"_s << QString() << u"default"_s << qint64{50};
    QTest::newRow("one that is named")
        << u"op:delete is:new"_s << u"op:create"_s << u"op:create"_s << qint64{20};
    QTest::newRow("the default one by name")
        << u"op:delete is:new"_s << u"default"_s << u"default"_s << qint64{50};
    QTest::newRow("one that nobody has made") << u"is:new"_s << u"other"_s << u"other"_s << qint64{0};
    QTest::newRow("a filter without it") << u"op:delete"_s << QString() << QString() << qint64{0};
}

void PreparedQueryTest::newIsWhatCameAfterTheReviewThatWentFurther()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, named);
    QFETCH(const QString, name);
    QFETCH(const qint64, row);
    PresetsOnly place(QList<Preset>{});
    place.reviewed = {{u"default"_s, RowId{50}},
                      {u"op:delete"_s, RowId{80}},
                      {u"op:create"_s, RowId{20}},
                      {u"preset:mine"_s, RowId{70}}};
    QueryContext context{Noon};
    context.review = {.reviewer = u"ann"_s, .name = named};

    const auto query = prepareQuery(place, expression, context);

    VERIFY_RESULT(query);
    QCOMPARE(query->context.review, (ReviewName{u"ann"_s, name}));
    QCOMPARE(query->context.reviewed, RowId{row});
}

TRAILGLASS_TEST(PreparedQueryTest)
#include "tst_preparedquery.moc"
