// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/quarantinelister.h"

#include "models/core/result.h"
#include "models/workspace/quarantine.h"
#include "models/workspace/readerthread.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

class QuarantineLister::Private
{
public:
    using Rows = std::vector<QuarantineRow>;

    Private(QuarantineLister *lister, QString workspace)
        : q(lister)
        , thread(std::move(workspace), u"quarantine"_s)
    {
    }
    ~Private() { reads.cancel(); }

    void listPage();
    void deliver(const Result<Rows> &rows);
    /// \returns none where there is no workspace yet
    static Result<Rows> rowsIn(OpenWorkspace &workspace, const QuarantineQuery &query);

    QuarantineLister *q;
    QuarantineQuery query; ///< of the next page
    CancelSource reads;
    ReaderThread thread; // last: its work uses everything above
};

Result<QuarantineLister::Private::Rows> QuarantineLister::Private::rowsIn(OpenWorkspace &workspace,
                                                                          const QuarantineQuery &query)
{
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind == ErrorKind::NotFound)
        return Rows();
    if (!reader)
        return reader.error();
    return quarantinedRows(**reader, query);
}

void QuarantineLister::Private::listPage()
{
    thread.post([this, wanted = query](OpenWorkspace &workspace, const CancelToken &token) {
        auto rows = rowsIn(workspace, wanted);
        thread.postToOwner([this, token, rows = std::move(rows)] {
            if (!token.isCancelled())
                deliver(rows);
        });
    });
}

void QuarantineLister::Private::deliver(const Result<Rows> &rows)
{
    if (!rows) {
        Q_EMIT q->listFailed(rows.error());
        return;
    }
    if (!rows->empty())
        query.past = rows->back().id;
    Q_EMIT q->listed(*rows, std::ssize(*rows) < query.limit);
}

QuarantineLister::QuarantineLister(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace)))
{
}

QuarantineLister::~QuarantineLister() = default;

void QuarantineLister::list(const QString &source)
{
    d->reads.cancel();
    d->thread.cancel();
    d->query = {.source = source, .past = {}, .limit = RowsOfPage};
    d->listPage();
}

void QuarantineLister::listMore()
{
    d->listPage();
}

void QuarantineLister::read(qint64 id)
{
    d->reads.cancel();
    d->thread.post([this, id, token = d->reads.token()](OpenWorkspace &workspace, const CancelToken &) {
        if (token.isCancelled())
            return;
        const auto reader = workspace.reader();
        auto content = reader ? quarantinedContent(**reader, id) : Result<QuarantineContent>(reader.error());
        d->thread.postToOwner([this, token, content = std::move(content)] {
            if (token.isCancelled())
                return;
            if (content)
                Q_EMIT contentRead(*content);
            else
                Q_EMIT readFailed(content.error());
        });
    });
}

} // namespace Trailglass

#include "moc_quarantinelister.cpp"
