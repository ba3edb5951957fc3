// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetservice.h"

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/core/workerthread.h"
#include "models/exporting/outputtarget.h"
#include "models/presets/presetfile.h"
#include "models/presets/presetstorage.h"

#include <mutex>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

/// What the presets are, for whoever expands a filter on another thread.
struct SharedExpressions
{
    std::mutex guard;
    Filter::PresetLookup lookup = presetLookup({});
};

} // namespace

class PresetService::Private
{
public:
    Private(PresetService &keeper, QString folder)
        : q(keeper)
        , workspace(std::move(folder))
    {
    }

    PresetService &q;
    const QString workspace;
    QList<Preset> presets;
    bool isTold = false; ///< presets are what was listed last, and nothing failed since
    const std::shared_ptr<SharedExpressions> shared = std::make_shared<SharedExpressions>();
    CancelSource cancel; ///< of imports and renamings, which read all expressions
    std::optional<WorkerThread> thread; ///< made by the first call; its answers end with it

    WorkerThread &worker()
    {
        if (!thread)
            thread.emplace(QStringLiteral("presets"));
        return *thread;
    }

    void take(const Result<QList<Preset>> &read)
    {
        if (!read) {
            isTold = false;
            Q_EMIT q.failed(read.error());
            return;
        }
        // Whoever shows the list may be in the middle of choosing from it.
        if (std::exchange(isTold, true) && presets == *read)
            return;
        presets = *read;
        {
            const std::lock_guard lock(shared->guard);
            shared->lookup = presetLookup(presets);
        }
        Q_EMIT q.listed(presets);
    }

    /// Runs \a work on the thread; lists the presets anew when that went well, then tells.
    template <class Value>
    void change(std::function<Result<Value>()> work, std::function<void(Result<Value>)> done)
    {
        WorkerThread *const on = &worker();
        on->post([this, on, work = std::move(work), done = std::move(done)] {
            Result<Value> result = work();
            std::optional<Result<QList<Preset>>> after;
            if (result)
                after = storedPresets(workspace);
            on->answer([this, done, result, after] {
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
        on->answer([this, read] { d->take(read); });
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
    const auto plan = [preset](const QList<Preset> &presets) -> Result<PresetChanges> {
        const Result<void> checked = checkPresetAmong(preset, presets);
        return checked ? Result(PresetChanges{.saved = {preset}}) : checked.error();
    };
    d->change<void>([this, plan] { return changeStoredPresets(d->workspace, plan); }, std::move(done));
}

void PresetService::rename(const QString &from, const QString &to, Done done)
{
    const auto plan = [from, to, cancel = d->cancel.token()](const QList<Preset> &presets) {
        return planRename(from, to, presets, cancel);
    };
    d->change<void>([this, plan] { return changeStoredPresets(d->workspace, plan); }, std::move(done));
}

void PresetService::remove(const QString &name, Done done)
{
    const auto plan = [name](const QList<Preset> &presets) -> Result<PresetChanges> {
        const auto preset = presetNamed(name, presets);
        return preset ? Result(PresetChanges{.deleted = {name}}) : preset.error();
    };
    d->change<void>([this, plan] { return changeStoredPresets(d->workspace, plan); }, std::move(done));
}

void PresetService::importFrom(const QString &fileName, Imported done)
{
    const auto work = [this, fileName, cancel = d->cancel.token()]() -> Result<PresetImport> {
        TRY(const auto imported, readPresetFile(fileName, cancel));
        PresetImport result;
        const auto plan = [&](const QList<Preset> &presets) -> Result<PresetChanges> {
            TRY(auto planned, planImport(imported, presets, cancel));
            result = std::move(planned);
            return PresetChanges{.saved = result.saved};
        };
        const Result<void> written = changeStoredPresets(d->workspace, plan);
        return written ? Result<PresetImport>(std::move(result)) : written.error();
    };
    d->change<PresetImport>(work, std::move(done));
}

void PresetService::exportTo(const QString &fileName, Done done)
{
    const auto work = [this, fileName, cancel = d->cancel.token()]() -> Result<void> {
        TRY(const auto presets, storedPresets(d->workspace));
        const auto inUse = filesInUse(d->workspace);
        return inUse ? writePresetFile(fileName, presets, *inUse, cancel) : inUse.error();
    };
    d->change<void>(work, std::move(done));
}

} // namespace Trailglass
