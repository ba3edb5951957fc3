// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetservice.h"

#include "models/core/canceltoken.h"
#include "models/core/lazyworkerthread.h"
#include "models/core/result.h"
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
    Private(PresetService &service, PresetPlace ofPresets)
        : q(service)
        , place(std::move(ofPresets))
    {
    }

    PresetService &q;
    const PresetPlace place;
    QList<Preset> presets;
    QList<Preset> further;
    bool isListed = false; ///< listed() carried the presets, and nothing failed since
    const std::shared_ptr<SharedExpressions> shared = std::make_shared<SharedExpressions>();
    CancelSource
        cancel; ///< of imports and renamings, which read all expressions, and of what waits for a server
    LazyWorkerThread thread{QStringLiteral("presets")}; ///< no callback follows its end

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
        renewLookup();
        Q_EMIT q.listed(presets);
    }

    void renewLookup()
    {
        const std::lock_guard lock(shared->guard);
        shared->lookup = presetLookup(withSharedPresets(presets, further));
    }

    /// Runs \a work on the thread and calls \a done; after a success lists the presets first.
    template <class Value>
    void change(std::function<Result<Value>()> work, std::function<void(Result<Value>)> done)
    {
        thread.post([this, work = std::move(work), done = std::move(done), token = cancel.token()] {
            Result<Value> result = work();
            std::optional<Result<QList<Preset>>> after;
            if (result)
                after = place.read(token);
            thread.postToOwner([this, done, result, after] {
                if (after)
                    take(*after);
                if (done)
                    done(result);
            });
        });
    }
};

PresetService::PresetService(PresetPlace place, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(place)))
{
}

PresetService::~PresetService()
{
    d->cancel.cancel();
}

void PresetService::reload()
{
    d->thread.post([this, cancel = d->cancel.token()] {
        const auto read = d->place.read(cancel);
        d->thread.postToOwner([this, read] { d->take(read); });
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

void PresetService::setFurther(const QList<Preset> &presets)
{
    if (d->further == presets)
        return;
    d->further = presets;
    d->renewLookup();
    if (d->isListed)
        Q_EMIT listed(d->presets);
}

const QList<Preset> &PresetService::further() const
{
    return d->further;
}

void PresetService::save(const Preset &preset, Done done)
{
    const auto work = [this, preset, further = d->further, cancel = d->cancel.token()] {
        return savePreset(d->place, preset, further, cancel);
    };
    d->change<void>(work, std::move(done));
}

void PresetService::rename(const QString &from, const QString &to, Done done)
{
    const auto work = [this, from, to, cancel = d->cancel.token()] {
        return renamePreset(d->place, from, to, cancel);
    };
    d->change<void>(work, std::move(done));
}

void PresetService::remove(const QString &name, Deleted done)
{
    const auto work = [this, name, cancel = d->cancel.token()] {
        return deletePreset(d->place, name, cancel);
    };
    d->change<QStringList>(work, std::move(done));
}

void PresetService::importFrom(const QString &fileName, Imported done)
{
    const auto work = [this, fileName, cancel = d->cancel.token()] {
        return importPresetFile(d->place, fileName, cancel);
    };
    d->change<PresetImport>(work, std::move(done));
}

void PresetService::exportTo(const QString &fileName, Done done)
{
    const auto work = [this, fileName, cancel = d->cancel.token()]() -> Result<void> {
        TRY(exportPresets(d->place, fileName, cancel));
        return {};
    };
    d->change<void>(work, std::move(done));
}

} // namespace Trailglass

#include "moc_presetservice.cpp"
