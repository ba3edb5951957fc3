// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspacedoctor.h"

#include "models/core/result.h"
#include "models/core/workerthread.h"
#include "models/credentials/secretstorecheck.h"

#include <QPointer>

#include <functional>
#include <optional>

namespace Trailglass {

using namespace Qt::StringLiterals;

class WorkspaceDoctor::Private
{
public:
    Private(WorkspaceDoctor *doctor, QString folder, SecretStore &secretStore, const Clock &machineClock,
            QString fileOfSettings)
        : q(doctor)
        , workspace(std::move(folder))
        , keychain(secretStore)
        , clock(machineClock)
        , settingsFile(std::move(fileOfSettings))
        , thread(u"doctor"_s)
    {
    }
    ~Private() { cancelling.cancel(); }

    /// What is known of a run so far.
    struct Run
    {
        DoctorRequest request;
        CancelToken cancel;
        std::optional<WorkspaceRepair> repaired = {};
        std::optional<Result<QStringList>> check = {}; ///< once it is done
        bool isKeychainKnown = false;
        std::optional<Error> keychainError = {};
    };

    // In the GUI thread:
    /// Goes on when both check and keychain are known.
    void proceed();
    void finish(const Diagnosis &diagnosis);
    void fail(const Error &error);

    // On the thread:
    void examine(const DoctorRequest &request, const CancelToken &token);
    void describe(const DoctorRequest &wanted, const BugReportRequest &report, const CancelToken &token);

    WorkspaceDoctor *q;
    const QString workspace;
    SecretStore &keychain;
    const Clock &clock;
    const QString settingsFile;
    std::optional<Run> run; ///< the one that is on
    CancelSource cancelling; ///< of the run
    WorkerThread thread; // last: its work uses everything above
};

void WorkspaceDoctor::Private::examine(const DoctorRequest &request, const CancelToken &token)
{
    std::optional<WorkspaceRepair> repaired;
    if (request.repairs) {
        thread.postToOwner(
            token, [this] { Q_EMIT q->progress(WorkspaceDoctor::tr("Rebuilding what is damaged…")); });
        const auto outcome = repairWorkspace(workspace, token);
        if (!outcome)
            return thread.postToOwner(token, [this, error = outcome.error()] { fail(error); });
        repaired = *outcome;
    }
    const auto check = checkWorkspace(workspace, token, [this, &token](const QString &activity) {
        thread.postToOwner(token, [this, activity] { Q_EMIT q->progress(activity); });
    });
    thread.postToOwner(token, [this, repaired, check] {
        run->repaired = repaired;
        run->check = check;
        proceed();
    });
}

void WorkspaceDoctor::Private::proceed()
{
    if (!run->check)
        return;
    if (!run->isKeychainKnown) {
        Q_EMIT q->progress(WorkspaceDoctor::tr("Waiting for the keychain…"));
        return;
    }
    const auto keychainKind = run->keychainError ? std::optional(run->keychainError->kind) : std::nullopt;
    if (run->request.reports || run->request.counts) {
        thread.post([this, token = run->cancel, wanted = run->request,
                     report = BugReportRequest{workspace, *run->check, keychainKind, settingsFile}] {
            describe(wanted, report, token);
        });
    } else {
        finish({});
    }
}

void WorkspaceDoctor::Private::describe(const DoctorRequest &wanted, const BugReportRequest &report,
                                        const CancelToken &token)
{
    Diagnosis diagnosis;
    // Where they cannot be read, the check says why.
    if (wanted.counts) {
        if (const auto figures = workspaceFigures(workspace, token))
            diagnosis.figures = figures->lines;
    }
    if (wanted.reports) {
        if (const auto made = makeBugReport(report, clock, token))
            diagnosis.report = *made;
    }
    thread.postToOwner(token, [this, diagnosis] { finish(diagnosis); });
}

/// \param diagnosis  what is known besides the run
void WorkspaceDoctor::Private::finish(const Diagnosis &diagnosis)
{
    const Run ended = *std::exchange(run, std::nullopt);
    Diagnosis whole = diagnosis;
    whole.problems = *ended.check ? **ended.check : QStringList{ended.check->error().message};
    whole.repaired = ended.repaired;
    whole.keychainError = ended.keychainError;
    Q_EMIT q->finished(whole);
}

void WorkspaceDoctor::Private::fail(const Error &error)
{
    cancelling.cancel(); // the keychain may not have answered yet
    run.reset();
    Q_EMIT q->failed(error);
}

WorkspaceDoctor::WorkspaceDoctor(QString workspace, SecretStore &keychain, const Clock &clock,
                                 QString settingsFile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), keychain, clock, std::move(settingsFile)))
{
}

WorkspaceDoctor::~WorkspaceDoctor() = default;

void WorkspaceDoctor::start(const DoctorRequest &request)
{
    Q_ASSERT(!d->run);
    const CancelToken token = d->cancelling.token();
    d->run = Private::Run{request, token};
    checkSecretStore(d->keychain, [self = QPointer(this), token](const std::optional<Error> &fault) {
        if (!self || token.isCancelled())
            return;
        self->d->run->isKeychainKnown = true;
        self->d->run->keychainError = fault;
        self->d->proceed();
    });
    d->thread.post([this, request, token] { d->examine(request, token); });
}

void WorkspaceDoctor::cancel()
{
    d->cancelling.cancel();
    d->thread.postToOwner([this] {
        if (d->run && d->run->cancel.isCancelled())
            d->fail({ErrorKind::Cancelled, tr("Cancelled.")});
    });
}

bool WorkspaceDoctor::isRunning() const
{
    return d->run.has_value();
}

} // namespace Trailglass

#include "moc_workspacedoctor.cpp"
