// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundleverifier.h"
#include "models/store/eventreader.h"
#include "models/workspace/bundleopening.h"
#include "models/workspace/bundlerunner.h"
#include "models/workspace/evidencerunner.h"
#include "models/workspace/evidenceservice.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/workspaceverifier.h"
#include "tests/runner/testclass.h"
#include "tests/support/evidencescript.h"
#include "tests/workspace/signingdesk.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A public key that signed no bundle here.
const QString OtherKey = u"PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"_s;

} // namespace

/// Evidence for the window: read, verified and written on threads of their own, and a bundle opened again.
class EvidenceRunnersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TMPDIR", QFile::encodeName(m_temporary.path())); }

    void init()
    {
        failOnWarnings();
        m_desk.reset();
        m_things = std::make_unique<SigningDesk::Things>();
        m_workspace = std::make_unique<Workspace>();
        m_workspace->fillRead(20);
        m_desk = std::make_unique<SigningDesk>(m_workspace->folder(), *m_things);
    }

    void readsTreeKeysAndCheckpoints()
    {
        VERIFY_RESULT(m_desk->write());
        EvidenceService service(m_workspace->folder());
        std::optional<Result<EvidenceOverview>> read;
        service.read([&read](const Result<EvidenceOverview> &overview) { read.emplace(overview); });
        QVERIFY(!read); // never before the call returns
        QTRY_VERIFY(read);
        VERIFY_RESULT(*read);
        const EvidenceOverview &overview = **read;
        QVERIFY(overview.isBuilt);
        QCOMPARE(overview.leaves, *m_desk->tree()->size());
        QCOMPARE(overview.root, *m_desk->tree()->root());
        QCOMPARE(overview.signedHeads.checkpoints.size(), std::size_t{1});
        QVERIFY(overview.signedHeads.present());
    }

    void writesFilesButNoneOfTheWorkspace()
    {
        EvidenceService service(m_workspace->folder());
        const auto write = [&service](const QString &fileName) {
            std::optional<Result<void>> written;
            service.write(fileName, "text\n",
                          [&written](const Result<void> &done) { written.emplace(done); });
            return QTest::qWaitFor([&written] { return written.has_value(); }) ? *written
                                                                               : Result<void>(Error{});
        };
        VERIFY_RESULT(write(m_things->file(u"key.pem"_s)));
        QFile file(m_things->file(u"key.pem"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("text\n"));
        const auto refused = write(QDir(m_workspace->folder()).filePath(u"trailglass.sqlite"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
    }

    void verifiesAndCanBeStopped()
    {
        VERIFY_RESULT(m_desk->write());
        WorkspaceVerifier verifier(m_workspace->folder());
        QSignalSpy finished(&verifier, &WorkspaceVerifier::finished);
        QSignalSpy failed(&verifier, &WorkspaceVerifier::failed);
        verifier.start({});
        QVERIFY(verifier.isRunning());
        QVERIFY(finished.wait());
        QVERIFY(finished.constFirst().constFirst().value<WorkspaceVerdict>().isWell());
        QVERIFY(!verifier.isRunning());
        verifier.start({});
        verifier.cancel();
        QVERIFY(failed.wait());
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::Cancelled);
        QCOMPARE(finished.size(), 1);
    }

    void verifiesTheHashesAloneOnRequest()
    {
        m_workspace->execute("UPDATE event SET actor_name = NULL WHERE row = 1");
        WorkspaceVerifier verifier(m_workspace->folder());
        QSignalSpy finished(&verifier, &WorkspaceVerifier::finished);
        verifier.start({}, VerifiedParts::Hashes);
        QVERIFY(finished.wait());
        const auto quick = finished.takeFirst().constFirst().value<WorkspaceVerdict>();
        QVERIFY2(quick.isWell(), qPrintable(quick.sentences().join(u'\n')));
        QVERIFY(quick.areFieldsLeftOut);
        verifier.start({});
        QVERIFY(finished.wait());
        const auto whole = finished.takeFirst().constFirst().value<WorkspaceVerdict>();
        QVERIFY(!whole.isWell());
        QCOMPARE(whole.problems.front().kind, VerificationProblem::Kind::Fields);
    }

    void aBundleIsOpenedAgainWithItsEvents()
    {
        const QString fileName = makeBundle();
        BundleRunner opener;
        QSignalSpy opened(&opener, &BundleRunner::opened);
        opener.open(fileName, {});
        QVERIFY(opened.wait(60'000));
        const auto bundle = opened.takeFirst().constFirst().value<OpenedBundle>();
        QVERIFY(bundle.verdict.isVerified() && !bundle.verdict.isOfGivenKey);
        QVERIFY(bundle.verdict.manifest->statesCompleteness);
        QCOMPARE(bundle.imported.events, 20);
        OpenWorkspace open(bundle.workspace);
        const auto first = open.find(u"work"_s, "1");
        const auto original = OpenWorkspace(m_workspace->folder()).find(u"work"_s, "1");
        VERIFY_RESULT(first);
        VERIFY_RESULT(original);
        QCOMPARE(first->event.raw, original->event.raw);
        QCOMPARE(first->received, original->received);
    }

    /// The window hands over the rows that it shows; for the command line they are selected when the bundle is made.
    void theBundleOfShownRowsIsThatOfTheSameQuestion()
    {
        const QString expression = u"actor.email:ann* created:-9999d"_s;
        m_things->clock.time = parseTime("2026-11-21T00:00:00Z").value(); // after the events
        ResultRunner results(m_workspace->folder(), m_things->clock);
        QSignalSpy finished(&results, &ResultRunner::finished);
        results.run({filter(expression), orderOfTable({{Field::Action, false}})});
        QVERIFY(finished.wait());
        const auto shown = finished.constFirst().constFirst().value<QueryResult>();
        QVERIFY(!shown.snapshot->isEmpty());
        EvidencePlan plan{.rows = shown.snapshot,
                          .query = {shown.expanded, shown.context},
                          .typed = expression,
                          .filter = shown.request.filter,
                          .order = shown.request.order,
                          .by = u"ann"_s};
        const TreeSigner signer = openKey();
        EvidenceRunner runner(m_workspace->folder(), m_things->clock);
        QSignalSpy written(&runner, &EvidenceRunner::written);
        runner.write(plan, m_things->file(u"shown.zip"_s), signer, {});
        QVERIFY(written.wait(60'000));

        OpenWorkspace workspace(m_workspace->folder());
        const auto query = prepareQuery(workspace, expression, {m_things->clock.now()});
        VERIFY_RESULT(query);
        plan.rows.reset();
        plan.query = *query;
        VERIFY_RESULT(
            createEvidence(workspace, plan, m_things->file(u"asked.zip"_s), signer, m_things->clock, {}));

        const QByteArray bytes = bytesOf(u"shown.zip"_s);
        QVERIFY(!bytes.isEmpty());
        QVERIFY(bytesOf(u"asked.zip"_s) == bytes);
    }

    void whatABundleWasUnpackedToGoesWithTheLastOneWhoHasIt()
    {
        const QString fileName = makeBundle();
        const auto unpacked = [] {
            return QDir(QDir::tempPath()).entryList({u"trailglass-bundle-*"_s}, QDir::Dirs);
        };
        {
            std::optional<OpenedBundle> bundle;
            {
                BundleRunner opener;
                QSignalSpy opened(&opener, &BundleRunner::opened);
                opener.open(fileName, {});
                QVERIFY(opened.wait(60'000));
                bundle = opened.takeFirst().constFirst().value<OpenedBundle>();
            }
            QCOMPARE(unpacked().size(), 1);
        }
        QCOMPARE(unpacked(), QStringList());
    }

    void aBundleIsOpenedWithTheKeyThatWasGiven()
    {
        const QString fileName = makeBundle();
        const QString key = verifierOf(m_desk->keys().back()).text();
        BundleRunner opener;
        QSignalSpy opened(&opener, &BundleRunner::opened);
        opener.open(fileName, key);
        QVERIFY(opened.wait(60'000));
        QVERIFY(opened.constFirst().constFirst().value<OpenedBundle>().verdict.isOfGivenKey);
    }

    void anAlteredBundleIsRefusedAndLeavesNothing()
    {
        const QString fileName = makeBundle();
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
        file.close();
        const QDir temporary(QDir::tempPath());
        const QStringList pattern{u"trailglass-bundle-*"_s};
        const auto before = temporary.entryList(pattern);
        BundleRunner opener;
        QSignalSpy refused(&opener, &BundleRunner::refused);
        opener.open(fileName, {});
        QVERIFY(refused.wait(60'000));
        QVERIFY(!refused.constFirst().constFirst().value<BundleVerdict>().problems.empty());
        QCOMPARE(temporary.entryList(pattern), before);
    }

    void openingABundleAtOnceIsTheSame()
    {
        const QString fileName = makeBundle();
        const QStringList pattern{u"trailglass-bundle-*"_s};
        {
            const auto bundle = openBundle(fileName, {}, {});
            VERIFY_RESULT(bundle);
            QVERIFY(!bundle->verdict.isOfGivenKey);
            QCOMPARE(bundle->imported.events, 20);
            VERIFY_RESULT(OpenWorkspace(bundle->workspace).find(u"work"_s, "1"));
        }
        QCOMPARE(QDir(QDir::tempPath()).entryList(pattern), QStringList());

        const auto refused = openBundle(fileName, OtherKey, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        const auto verdict = verdictOnBundle(fileName, OtherKey, {});
        VERIFY_RESULT(verdict);
        QVERIFY(refused.error().message.endsWith(verdict->problems.front().sentence));
        QCOMPARE(QDir(QDir::tempPath()).entryList(pattern), QStringList());

        CancelSource cancelling;
        const CancelToken cancelled = cancelling.token();
        cancelling.cancel();
        const auto stopped = openBundle(fileName, {}, cancelled);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }

    void saysThatThereIsNoBundle()
    {
        BundleRunner opener;
        QSignalSpy failed(&opener, &BundleRunner::failed);
        opener.open(m_things->file(u"gone.zip"_s), {});
        QVERIFY(failed.wait());
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::NotFound);
    }

private:
    [[nodiscard]] TreeSigner openKey()
    {
        std::optional<TreeSigner> signer;
        m_desk->service.openKey({}, [&signer](const Result<TreeSigner> &opened) {
            if (opened)
                signer.emplace(*opened);
        });
        if (!QTest::qWaitFor([&signer] { return signer.has_value(); }, 60'000))
            qFatal("There is no signer.");
        return *signer;
    }

    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(m_things->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Of all events.
    QString makeBundle()
    {
        const QString fileName = m_things->file(u"evidence.zip"_s);
        const TreeSigner signer = openKey();
        OpenWorkspace workspace(m_workspace->folder());
        QueryContext context{Noon};
        const auto query = prepareQuery(workspace, QString(), context);
        const auto engine = workspace.engine();
        const auto rows = (*engine)->select(query->filter, defaultSortOrder(), query->context, {});
        EvidencePlan plan;
        plan.rows = *rows;
        plan.query = *query;
        plan.filter = filter({});
        plan.order = defaultSortOrder();
        plan.by = u"ann"_s;
        plan.verifiesWorkspace = true;
        EvidenceRunner runner(m_workspace->folder(), m_things->clock);
        QSignalSpy written(&runner, &EvidenceRunner::written);
        QSignalSpy failed(&runner, &EvidenceRunner::failed);
        runner.write(plan, fileName, signer, {});
        if (!written.wait(60'000))
            qFatal("No bundle was written: %s",
                   failed.isEmpty() ? "no reason"
                                    : qPrintable(failed.constFirst().constFirst().value<Error>().message));
        const Support::ScriptVerdict script = Support::verifiedByScript(fileName);
        if (script.exitCode != 0)
            qFatal("The script refuses the bundle: %s", script.output.constData());
        return fileName;
    }

    QTemporaryDir m_temporary; ///< for what is temporary: other tests open bundles, too
    std::unique_ptr<SigningDesk::Things> m_things;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SigningDesk> m_desk;
};

TRAILGLASS_TEST(EvidenceRunnersTest)
#include "tst_evidencerunners.moc"
