// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/evidencecreator.h"

#include "models/evidence/bundleverifier.h"
#include "models/query/index/sharedindex.h"
#include "models/query/sortorder.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/reportcreator.h"
#include "models/workspace/reviews.h"
#include "tests/runner/testclass.h"
#include "tests/support/evidencescript.h"
#include "tests/workspace/signingdesk.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QScopeGuard>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// What bundles of a real workspace state.
class EvidenceCreatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        begin([this] { m_workspace->add(m_source, 20); });
    }

    void completenessIsStatedWhereItIsTrue_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<bool>("isVerified");
        QTest::addColumn<bool>("isStated");
        QTest::newRow("everything") << u""_s << true << true;
        QTest::newRow("everything, not verified") << u""_s << false << false;
        QTest::newRow("coded fields and times") << u"actor.email:ann* created:-9999d"_s << true << true;
        QTest::newRow("a text") << u"ann"_s << true << false;
        QTest::newRow("an id") << u"id:e1"_s << true << false;
        QTest::newRow("a mark") << u"is:marked"_s << true << false;
    }
    void completenessIsStatedWhereItIsTrue()
    {
        QFETCH(QString, expression);
        QFETCH(bool, isVerified);
        QFETCH(bool, isStated);
        begin([this] { m_workspace->addRead(m_source, 20); });
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, expression);
        plan.verifiesWorkspace = isVerified;
        const auto report = create(workspace, plan);
        VERIFY_RESULT(report);
        QCOMPARE(report->bundle.manifest.statesCompleteness, isStated);
        const auto verdict = verifyBundle(bundle(), m_signer->verifier().key, {});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isVerified(), qPrintable(verdictSentences(*verdict).join(u'\n')));
        QCOMPARE(verdict->manifest->statesCompleteness, isStated);
    }

    /// A filter would miss it, and nothing of the tree would say so.
    void anAlteredFieldIsFoundBeforeAnythingIsSigned()
    {
        begin([this] { m_workspace->addRead(m_source, 20); });
        m_workspace->execute("UPDATE event SET op = CASE op WHEN 3 THEN 0 ELSE 3 END WHERE row = 7");
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, {});
        plan.verifiesWorkspace = true;
        QStringList told;
        plan.verifying = [&told](const QString &activity) {
            told.append(activity);
        };
        VERIFY_REFUSED(create(workspace, plan), ErrorKind::Storage, u"differ from their JSON in op"_s);
        QVERIFY(!told.isEmpty());
        QVERIFY(!QFile::exists(bundle()));
        QVERIFY((*TreeReader::open(m_workspace->folder()))->checkpoints()->empty());
        plan.verifiesWorkspace = false;
        const auto report = create(workspace, plan);
        VERIFY_RESULT(report);
        QVERIFY(!report->bundle.manifest.statesCompleteness);
    }

    void aBundleThatIsNotMadeIsLoggedByItsKindOfError()
    {
        const auto restored = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
        QLoggingCategory::setFilterRules(u"trailglass.evidence=true"_s);
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, {});
        plan.caseText = QString(EvidenceLimits::MaxCase + 1, u'x');
        QTest::ignoreMessage(QtInfoMsg,
                             QRegularExpression(u"^evidence bundle begun: rows are selected true "
                                                "workspace is to be verified false report false$"_s));
        QTest::ignoreMessage(QtInfoMsg,
                             QRegularExpression(u"^evidence bundle not made: usage after [0-9]+ ms$"_s));
        VERIFY_REFUSED(create(workspace, plan), ErrorKind::Usage, u"at most"_s);
    }

    void completenessOfAPartIsNotStated()
    {
        begin([this] { m_workspace->addRead(m_source, 20); });
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, {});
        plan.verifiesWorkspace = true;
        const auto whole = std::static_pointer_cast<const ResultSnapshot>(plan.rows);
        plan.rows = std::make_shared<RowRanges>(whole, std::vector{PlaceRange{2, 5}});
        const auto report = create(workspace, plan);
        VERIFY_RESULT(report);
        QCOMPARE(report->bundle.manifest.events, 5);
        QVERIFY(!report->bundle.manifest.statesCompleteness);
    }

    /// Such an event is in the tree that is signed, and nobody has looked whether it matches.
    void completenessIsNotStatedAfterAnotherEventWasStored()
    {
        begin([this] { m_workspace->addRead(m_source, 20); });
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, {});
        plan.verifiesWorkspace = true;
        m_workspace->addRead(m_source, 1);
        const auto report = create(workspace, plan);
        VERIFY_RESULT(report);
        QCOMPARE(report->bundle.manifest.events, 20);
        QVERIFY(!report->bundle.manifest.statesCompleteness);
    }

    void sourcesAreDescribedWithoutSecrets()
    {
        SourceRecord runs = source(u"runs"_s, u"paradime"_s);
        runs.settings.insert(u"endpoint"_s, u"https://api.paradime.io/api/v1/token123/graphql"_s);
        runs.secrets.insert(u"api_secret"_s, {SecretReference::Kind::Environment, u"HIDDEN"_s});
        const auto id = m_workspace->writer().addSource(runs);
        VERIFY_RESULT(id);
        QVERIFY(m_workspace->writer().commit(page(*id, {makeEvent("r1")})));
        QVERIFY(m_workspace->writer().removeSource(*id, EventWriter::Purge::No));
        OpenWorkspace workspace(m_workspace->folder());
        const auto report = create(workspace, planOf(workspace, {}));
        VERIFY_RESULT(report);
        const auto &sources = report->bundle.manifest.sources;
        QCOMPARE(sources.size(), std::size_t{2});
        QCOMPARE(sources[0].name, u"runs"_s);
        QVERIFY(sources[0].isRemoved);
        QCOMPARE(sources[0].address, u"https://api.paradime.io"_s);
        QVERIFY(sources[0].settings.isEmpty());
        QCOMPARE(sources[0].events, 1);
        QCOMPARE(sources[1].settings.value(u"workspace_gid"_s), u"1200"_s);
        QCOMPARE(sources[1].events, 20);
        const QByteArray json = manifestJson(report->bundle.manifest);
        QVERIFY(!json.contains("token123") && !json.contains("HIDDEN"));
    }

    void gapsAreThoseOfTheInterval()
    {
        PageCommit commit = page(m_source, {});
        commit.covered = {{.window = {Noon - UtcMicros::PerDay, Noon + 5}, .answered = Noon, .pages = 1},
                          {.window = {Noon - 9 * UtcMicros::PerDay, Noon - 8 * UtcMicros::PerDay},
                           .answered = Noon,
                           .pages = 1}};
        QVERIFY(m_workspace->writer().commit(commit));
        OpenWorkspace workspace(m_workspace->folder());
        const auto report = create(workspace, planOf(workspace, {}));
        VERIFY_RESULT(report);
        const BundleManifest &manifest = report->bundle.manifest;
        QCOMPARE(manifest.interval, (TimeWindow{Noon + 1, Noon + 21}));
        QCOMPARE(manifest.gaps.size(), std::size_t{1});
        QCOMPARE(manifest.gaps[0].window, (TimeWindow{Noon + 5, Noon + 21}));
        QVERIFY(manifest.unknownGaps.isEmpty());
    }

    void theBytesAreTheSameWhoeverSelectsTheEvents_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("order");
        QTest::newRow("everything") << QString() << u"-created"_s;
        QTest::newRow("oldest first") << QString() << u"created"_s;
        QTest::newRow("coded fields, by a code")
            << u"actor.email:ann* -action:read"_s << u"action,-created"_s;
        QTest::newRow("a text, by a text") << u"e1"_s << u"id"_s;
    }
    /// Rows of an engine, as the window has them; rows selected without one, as for the command line; and with one, for a
    /// report.
    void theBytesAreTheSameWhoeverSelectsTheEvents()
    {
        QFETCH(const QString, expression);
        QFETCH(const QString, order);
        EvidencePlan plan;
        QByteArray ofRows;
        {
            OpenWorkspace workspace(m_workspace->folder());
            plan = planOf(workspace, expression, *parseSortOrder(order));
            VERIFY_RESULT(create(workspace, plan));
            ofRows = bundleBytes();
        }
        QVERIFY(!ofRows.isEmpty());
        plan.rows.reset();
        const auto index = SharedIndex::of(m_workspace->folder());

        OpenWorkspace workspace(m_workspace->folder());
        QList<qint64> told;
        const auto report = create(workspace, plan, [&told](qint64 done, qint64 total) {
            told = {done, total};
        });
        VERIFY_RESULT(report);
        QVERIFY2(bundleBytes() == ofRows, "without an engine");
        QVERIFY2(!index->hasIndex(), "the whole index was read");
        const qint64 events = report->bundle.manifest.events;
        QVERIFY(events > 0);
        QCOMPARE(told, (QList<qint64>{events, events}));

        bool isAttached = false;
        plan.attach = [&isAttached](OpenWorkspace &, const BundledState &state, const CancelToken &) {
            isAttached = state.query.context.state != nullptr;
            return Result(std::vector<BundleAttachment>());
        };
        VERIFY_RESULT(create(workspace, plan));
        QVERIFY2(bundleBytes() == ofRows, "with one");
        QVERIFY(isAttached);
        QVERIFY(index->hasIndex());
    }

    void whatTheResultLacksIsStated_data()
    {
        QTest::addColumn<bool>("hasRows");
        QTest::addColumn<bool>("hasReport");
        QTest::newRow("by the engine that the rows are from") << true << false;
        QTest::newRow("where the events are selected without one") << false << false;
        QTest::newRow("where they are selected with one") << false << true;
    }
    void whatTheResultLacksIsStated()
    {
        QFETCH(const bool, hasRows);
        QFETCH(const bool, hasReport);
        m_workspace->execute("UPDATE source SET events = events + 2");
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, {});
        if (!hasRows)
            plan.rows.reset();
        if (hasReport) {
            plan.attach = [](OpenWorkspace &, const BundledState &, const CancelToken &) {
                return Result(std::vector<BundleAttachment>());
            };
        }
        const auto report = create(workspace, plan);
        VERIFY_RESULT(report);
        const QString missing = report->bundle.manifest.missing;
        QVERIFY2(missing.startsWith("Results lack 2 of the 22 "_L1), qPrintable(missing));
        QVERIFY(report->warnings.contains(missing));
    }

    void oneCheckpointIsEnoughForOneTree()
    {
        OpenWorkspace workspace(m_workspace->folder());
        VERIFY_RESULT(create(workspace, planOf(workspace, {})));
        VERIFY_RESULT(create(workspace, planOf(workspace, {})));
        QCOMPARE((*TreeReader::open(m_workspace->folder()))->checkpoints()->size(), std::size_t{1});
        m_workspace->add(m_source, 1);
        VERIFY_RESULT(create(workspace, planOf(workspace, {})));
        QCOMPARE((*TreeReader::open(m_workspace->folder()))->checkpoints()->size(), std::size_t{2});
    }

    /// Whatever is stored and signed after the query, and after the checkpoint of the bundle.
    void aReportIsOfWhatTheBundleIsOf_data()
    {
        QTest::addColumn<bool>("isSelection");
        QTest::newRow("of all") << false;
        QTest::newRow("of a selection") << true;
    }

    void aReportIsOfWhatTheBundleIsOf()
    {
        QFETCH(const bool, isSelection);
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, {});
        if (isSelection) {
            const auto whole = std::static_pointer_cast<const ResultSnapshot>(plan.rows);
            plan.rows = std::make_shared<RowRanges>(whole, std::vector{PlaceRange{2, 5}});
        }
        m_workspace->add(m_source, 3);
        std::optional<Report> report;
        plan.attach = [this, &report](OpenWorkspace &place, const BundledState &state,
                                      const CancelToken &cancel) {
            m_workspace->add(m_source, 3);
            const auto later = m_signer->write({}, Noon + UtcMicros::PerDay);
            return attached(later, place, state, cancel, report);
        };
        const auto made = create(workspace, plan);
        VERIFY_RESULT(made);
        QVERIFY(report);
        QCOMPARE(report->events, 20);
        QCOMPARE(report->rows.size(), std::size_t{20});
        QCOMPARE(report->isInBundle, !isSelection); // then the bundle has not all that it counts
        QCOMPARE(report->sources.size(), std::size_t{1});
        QCOMPARE(report->sources[0].events, 20);
        qint64 drawn = 0;
        for (std::size_t bin = 0; bin < report->histogram.bins.size(); ++bin)
            drawn += report->histogram.total(bin);
        QCOMPARE(drawn, 20);
        QVERIFY(report->checkpoint);
        QCOMPARE(report->checkpoint->size, made->bundle.manifest.size);
        QCOMPARE(report->checkpoint->treeSize, made->bundle.manifest.size);
        QCOMPARE(report->checkpoint->root.toLatin1(), hex(made->bundle.manifest.root));
    }

    /// What was replaced is in no state that the engine can go back to.
    void aReportOnOtherEventsMakesNoBundle()
    {
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, {});
        const std::string newer = R"({"id":"e1","again":true})";
        VERIFY_RESULT(m_workspace->writer().commit(page(m_source, {makeEvent("e1", newer, UtcMicros{1})})));
        std::optional<Report> report;
        plan.attach = [&report](OpenWorkspace &place, const BundledState &state, const CancelToken &cancel) {
            return attached({}, place, state, cancel, report);
        };
        VERIFY_REFUSED(create(workspace, plan), ErrorKind::Rejected, u"Apply the filter again"_s);
        QVERIFY(!QFile::exists(bundle()));
    }

    /// As many events and the same greatest row.
    void aReportOnOtherMarkedEventsMakesNoBundle()
    {
        const auto mark = [this](const char *event, std::optional<MarkColour> colour) {
            return changeMarks(m_workspace->folder(), {{u"work"_s, event}}, colour, {u"ann"_s, Noon});
        };
        VERIFY_RESULT(mark("e3", MarkColour::Red));
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, u"is:marked"_s);
        VERIFY_RESULT(mark("e3", {}));
        VERIFY_RESULT(mark("e4", MarkColour::Red));
        std::optional<Report> report;
        plan.attach = [&report](OpenWorkspace &place, const BundledState &state, const CancelToken &cancel) {
            return attached({}, place, state, cancel, report);
        };
        VERIFY_REFUSED(create(workspace, plan), ErrorKind::Rejected, u"Apply the filter again"_s);
        QVERIFY(!QFile::exists(bundle()));
    }

    void longTextsAreRefusedBeforeAnythingIsSigned()
    {
        OpenWorkspace workspace(m_workspace->folder());
        EvidencePlan plan = planOf(workspace, {});
        plan.caseText = QString(EvidenceLimits::MaxCase + 1, u'x');
        VERIFY_REFUSED(create(workspace, plan), ErrorKind::Usage, u"200"_s);
        plan.caseText.clear();
        plan.note = QString(EvidenceLimits::MaxNote + 1, u'x');
        VERIFY_REFUSED(create(workspace, plan), ErrorKind::Usage, u"10000"_s);
        QVERIFY((*TreeReader::open(m_workspace->folder()))->checkpoints()->empty());
    }

private:
    /// With a key that was made for a workspace of one source.
    /// \param addEvents  to that source
    void begin(const std::function<void()> &addEvents)
    {
        m_signer.reset();
        m_workspace = std::make_unique<Workspace>();
        m_things = std::make_unique<SigningDesk::Things>();
        m_source = m_workspace->addAsana(u"work"_s);
        addEvents();
        const auto state = readSigningState(m_workspace->folder(), {});
        VERIFY_RESULT(state);
        const auto made = makeSigningKey(*state, {}, Noon);
        VERIFY_RESULT(made);
        const auto key = addSigningKey(m_workspace->folder(), *made, {});
        VERIFY_RESULT(key);
        m_signer.emplace(m_workspace->folder(), state->identity, *key, made->seed);
    }

    [[nodiscard]] QString bundle() const { return m_things->file(u"b.zip"_s); }

    [[nodiscard]] QByteArray bundleBytes() const
    {
        QFile file(bundle());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] static EvidencePlan planOf(OpenWorkspace &workspace, const QString &expression,
                                             const SortOrder &order = defaultSortOrder())
    {
        const QueryContext context{Noon + UtcMicros::PerDay};
        const PreparedQuery query = prepareQuery(workspace, expression, context).value();
        return {.rows = workspace.engine().value()->select(query.filter, order, context, {}).value(),
                .query = query,
                .typed = expression,
                .filter = filter(expression),
                .order = order,
                .by = u"ann"_s};
    }

    /// Makes a report as both programs do, and keeps it.
    /// \param later  a checkpoint that was signed meanwhile
    static Result<std::vector<BundleAttachment>>
    attached(const std::optional<Result<WrittenCheckpoint>> &later, OpenWorkspace &workspace,
             const BundledState &state, const CancelToken &cancel, std::optional<Report> &report)
    {
        if (later && !*later)
            return later->error();
        ReportRequest request;
        request.bundled = state;
        TRY(report, createReport(workspace, request, cancel));
        return std::vector<BundleAttachment>();
    }

    /// Makes a bundle, and has it verified by the script.
    [[nodiscard]] Result<EvidenceReport> create(OpenWorkspace &workspace, const EvidencePlan &plan,
                                                const EvidenceProgress &progress = {}) const
    {
        TRY(auto report, createEvidence(workspace, plan, bundle(), *m_signer, m_things->clock, {}, progress));
        const Support::ScriptVerdict script = Support::verifiedByScript(bundle());
        if (script.exitCode != 0)
            return Error{.kind = ErrorKind::Internal, .message = QString::fromUtf8(script.output)};
        return report;
    }

    std::unique_ptr<SigningDesk::Things> m_things;
    std::unique_ptr<Workspace> m_workspace;
    SourceId m_source;
    std::optional<TreeSigner> m_signer;
};

TRAILGLASS_TEST(EvidenceCreatorTest)
#include "tst_evidencecreator.moc"
