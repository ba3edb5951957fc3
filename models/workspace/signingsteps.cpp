// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/signingsteps.h"

#include "models/core/logging.h"
#include "models/core/translation.h"

#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

SigningSteps::SigningSteps(QString workspace, SecretPlaces places, const Clock &clock, TreeProgress hashing)
    : m_workspace(std::move(workspace))
    , m_clock(clock)
    , m_hashing(std::move(hashing))
    , m_keys(places)
    , m_thread(u"signing"_s)
{
}

SigningSteps::~SigningSteps()
{
    m_cancelling.cancel();
}

void SigningSteps::add(Task task)
{
    m_tasks.push_back(std::move(task));
    m_thread.postToOwner([this] { beginNext(); });
}

void SigningSteps::beginNext()
{
    if (m_isOn || m_tasks.empty())
        return;
    m_isOn = true;
    m_token = m_cancelling.token();
    const std::function<void()> begin = m_tasks.front().begin; // the task may end in it
    begin();
}

void SigningSteps::end(const std::function<void()> &report)
{
    const std::function<void()> last = report; // the caller may be a part of the task
    m_isOn = false;
    m_tasks.pop_front();
    m_thread.postToOwner([this] { beginNext(); });
    last();
}

void SigningSteps::fail(const Error &error)
{
    qCInfo(logEvidence).noquote() << "not signed, key not changed:" << errorKindName(error.kind);
    end([report = m_tasks.front().fail, error] { report(error); });
}

void SigningSteps::cancel()
{
    m_cancelling.cancel();
    m_isOn = false;
    m_thread.postToOwner([tasks = std::exchange(m_tasks, {})] {
        for (const Task &task : tasks)
            task.fail({.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")});
    });
}

SigningSteps::Next<Result<void>> SigningSteps::unlessCancelled(Next<Result<void>> next) const
{
    return [token = m_token, next = std::move(next)](const Result<void> &result) {
        if (!token.isCancelled())
            next(result);
    };
}

void SigningSteps::readState(Next<SigningState> next)
{
    const auto read = [this](const CancelToken &cancel) {
        return readSigningState(m_workspace, cancel, [this, cancel](qint64 rows, qint64 ofRows) {
            m_thread.postToOwner([this, cancel, rows, ofRows] {
                if (!cancel.isCancelled())
                    m_hashing(rows, ofRows);
            });
        });
    };
    onThread<SigningState>(read, std::move(next));
}

void SigningSteps::keepAndAdd(const QString &identity, const NewSigningKey &key, SigningKeys::Keeping keeping,
                              const Next<SigningKeyRecord> &next, const Otherwise &otherwise)
{
    const auto add = [this, key, next](const SecretReference &place) {
        NewSigningKey kept = key;
        kept.record.reference = place;
        addKey(kept, next);
    };
    m_keys.keep(identity, verifierOf(key.record), key.seed, keeping,
                unlessFailed<SecretReference>(add, otherwise));
}

void SigningSteps::addKey(const NewSigningKey &key, const Next<SigningKeyRecord> &next)
{
    onThread<SigningKeyRecord>(
        [workspace = m_workspace, key](const CancelToken &cancel) {
            return addSigningKey(workspace, key, cancel);
        },
        next);
}

} // namespace Trailglass
