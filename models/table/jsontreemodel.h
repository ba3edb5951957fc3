// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "models/table/jsonsearch.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

struct JsonNode;

/// One step down to a value: by its name or, in an array, by its row.
struct JsonTrailStep
{
    std::string name; ///< as it stands in the JSON, with its quotes; empty for an element
    int row = 0; ///< among children of the same name the one to be taken, when it has that name
};
using JsonTrail = std::vector<JsonTrailStep>;

/// The JSON of one event as a tree over its very bytes: key order, duplicate keys and the text of numbers as
/// they are.
///
/// A value is scanned when it is opened, in portions of at most RowsPerFetch rows or about BytesPerFetch
/// bytes: fetchMore() may have to be called again before the next row is there, and adds at least one the
/// first time. Strings that hold a JSON object or array open like one. What is no JSON ends in a row that
/// says so.
/// \thread GUI
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    static constexpr int RowsPerFetch = 256;
    static constexpr std::size_t BytesPerFetch = 256 * 1024;
    static constexpr int RowsPerSeek = 8'192;
    /// Of one value; a last row says that there are more.
    static constexpr int MaxRows = 250'000;
    /// A longer text is cut for display.
    static constexpr qsizetype DisplayedCharacters = 2'000;

    enum Column
    {
        NameColumn,
        ValueColumn,
        ColumnCount
    };
    /// The same for both columns of a row.
    enum Role
    {
        PathRole = Qt::UserRole, ///< QString: the value's `@path`; empty when no path leads there
        TextRole, ///< QString: the whole value; a string's own text, anything else as it stands in the JSON
        KindRole, ///< int of Kind
        JsonInStringRole, ///< bool: a string that opens
    };
    enum class Kind
    {
        Object,
        Array,
        String,
        Number,
        Boolean,
        Null,
        Note ///< says something about the document; is no value
    };

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// Shows another document: a model reset. Null shows none.
    void setDocument(std::shared_ptr<const std::string> raw);

    [[nodiscard]] std::optional<Filter::JsonPath> path(const QModelIndex &index) const;
    /// TextRole as UTF-8.
    [[nodiscard]] std::string text(const QModelIndex &index) const;
    /// The value as it stands in the JSON, strings with quotes and escapes; empty for a note.
    [[nodiscard]] std::string json(const QModelIndex &index) const;
    /// What a filter compares a scalar with: nothing inside for `null` and `""`; no value at all for an
    /// object, an array, a note and where no path leads.
    [[nodiscard]] std::optional<Filter::FieldValue> filterValue(const QModelIndex &index) const;

    /// Fetches a portion on the way to \a place, at most RowsPerSeek rows of a value and about BytesPerFetch
    /// bytes.
    /// \returns nothing when it is still to go on; an invalid index when the place is not there
    [[nodiscard]] std::optional<QModelIndex> seek(const JsonPlace &place);

    /// How the value would be found in another document.
    [[nodiscard]] JsonTrail trail(const QModelIndex &index) const;
    /// The value at the end of \a trail in this document; looks at the first RowsPerFetch rows of each value,
    /// about BytesPerFetch bytes in all, and into no long string.
    /// \returns an invalid index when it is not there
    [[nodiscard]] QModelIndex follow(const JsonTrail &trail);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] JsonNode *nodeAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(JsonNode &node) const;
    /// Adds children up to \a rows more, or fewer when \a bytes are used up.
    /// \param bytes  less what was read
    void fetch(JsonNode &node, int rows, std::size_t &bytes);

    std::shared_ptr<const std::string> m_raw;
    std::unique_ptr<JsonNode> m_root;
};

} // namespace Trailglass
