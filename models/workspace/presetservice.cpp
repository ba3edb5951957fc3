// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetservice.h"

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/core/workerthread.h"
#include "models/presets/presetstorage.h"
#include "models/workspace/presetchanges.h"

#include <mutex>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

/// The presets, for filters that are expanded on other threads.
struct SharedExpressions
{
    std::mutex guard;
    Filter::PresetLookup lookup = presetLookup({});
};

} // namespace

class PresetService::Private
{
public:
    Private(PresetService &service, QString folder)
        : q(service)
        , workspace(std::move(folder))
    {
    }

    PresetService &q;
    const QString workspace;
    QList<Preset> presets;
    bool isListed = false; ///< listed() carried the presets, and nothing failed since
    const std::shared_ptr<SharedExpressions> shared = std::make_shared<SharedExpressions>();
    CancelSource cancel; ///< of imports and renamings, which read all expressions
    std::optional<WorkerThread> thread; ///< created by the first call; no callback follows its end

    WorkerThread &worker()
    {
        if (!thread)
            thread.emplace(QStringLiteral("presets"));
        return *thread;
    }

    void take(const Result<QList<Preset>> &read)
    {
        if (!read) {
            isListed = false;
            Q_EMIT q.failed(read.error());
            return;
        }
        // Showing the same list again would disturb who is choosing from it.
        if (std::exchange(isListed, true) && presets == *read)
            return;
        presets = *read;
        {
            const std::lock_guard lock(shared->guard);
            shared->lookup = presetLookup(presets);
        }
        Q_EMIT q.listed(presets);
    }

    /// Runs \a work on the thread and calls \a done; after a success lists the presets first.
    template <class Value>
    void change(std::function<Result<Value>()> work, std::function<void(Result<Value>)> done)
    {
        WorkerThread *const on = &worker();
        on->post([this, on, work = std::move(work), done = std::move(done)] {
            Result<Value> result = work();
            std::optional<Result<QList<Preset>>> after;
            if (result)
                after = storedPresets(workspace);
            on->postToOwner([this, done, result, after] {
                if (after)
                    take(*after);
                if (done)
                    done(result);
            });
        });
    }
};

PresetService::PresetService(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(workspace)))
{
}

PresetService::~PresetService()
{
    d->cancel.cancel();
}

void PresetService::reload()
{
    WorkerThread *const on = &d->worker();
    on->post([this, on] {
        const auto read = storedPresets(d->workspace);
        on->postToOwner([this, read] { d->take(read); });
    });
}

const QList<Preset> &PresetService::presets() const
{
    return d->presets;
}

Filter::PresetLookup PresetService::lookup() const
{
    return [shared = d->shared](const QString &name) {
        const std::lock_guard lock(shared->guard);
        return shared->lookup(name);
    };
}

void PresetService::save(const Preset &preset, Done done)
{
    d->change<void>([this, preset] { return savePreset(d->workspace, preset); }, std::move(done));
}

void PresetService::rename(const QString &from, const QString &to, Done done)
{
    const auto work = [this, from, to, cancel = d->cancel.token()] {
        return renamePreset(d->workspace, from, to, cancel);
    };
    d->change<void>(work, std::move(done));
}

void PresetService::remove(const QString &name, Deleted done)
{
    d->change<QStringList>([this, name] { return deletePreset(d->workspace, name); }, std::move(done));
}

void PresetService::importFrom(const QString &fileName, Imported done)
{
    const auto work = [this, fileName, cancel = d->cancel.token()] {
        return importPresetFile(d->workspace, fileName, cancel);
    };
    d->change<PresetImport>(work, std::move(done));
}

void PresetService::exportTo(const QString &fileName, Done done)
{
    const auto work = [this, fileName, cancel = d->cancel.token()]() -> Result<void> {
        TRY(exportPresets(d->workspace, fileName, cancel));
        return {};
    };
    d->change<void>(work, std::move(done));
}

} // namespace Trailglass

#include "moc_presetservice.cpp"
