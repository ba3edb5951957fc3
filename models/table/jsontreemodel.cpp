// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsontreemodel.h"

#include "models/core/text.h"
#include "models/filter/printer.h"
#include "models/table/jsondisplay.h"
#include "models/table/jsonnode.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setDocument(std::shared_ptr<const std::string> raw)
{
    beginResetModel();
    m_root.reset();
    m_raw = std::move(raw);
    if (m_raw) {
        const std::string_view bytes = *m_raw;
        const std::size_t first = std::min(bytes.find_first_not_of(" \n\r\t"), bytes.size());
        m_root = std::make_unique<JsonNode>();
        m_root->bytes = bytes.substr(first);
        m_root->contents = std::make_unique<JsonNode::Contents>(
            JsonNode::Contents{{}, m_root->bytes, JsonChildScanner(m_root->bytes, 0), {}, false});
    }
    endResetModel();
}

std::optional<Filter::JsonPath> JsonTreeModel::path(const QModelIndex &index) const
{
    const JsonNode *node = nodeAt(index);
    return node ? JsonDisplay::path(*node) : std::nullopt;
}

std::string JsonTreeModel::text(const QModelIndex &index) const
{
    const JsonNode *node = nodeAt(index);
    return node ? JsonDisplay::text(*node) : std::string();
}

std::string JsonTreeModel::json(const QModelIndex &index) const
{
    const JsonNode *node = nodeAt(index);
    if (!node || node->note != JsonNode::Note::None)
        return {};
    return std::string(node->isContainer() ? node->wholeContainer() : node->value.token);
}

std::optional<Filter::FieldValue> JsonTreeModel::filterValue(const QModelIndex &index) const
{
    const JsonNode *node = nodeAt(index);
    if (!node || node->isContainer() || !JsonDisplay::path(*node))
        return std::nullopt;
    if (!node->value.isPresent())
        return Filter::FieldValue();
    return Filter::FieldValue(node->value.text());
}

std::optional<QModelIndex> JsonTreeModel::seek(const JsonPlace &place)
{
    if (!m_root || place.empty())
        return QModelIndex();
    std::size_t bytes = BytesPerFetch;
    JsonNode *node = m_root.get();
    for (const int row : place) {
        if (!node->open() || row < 0 || row >= MaxRows)
            return QModelIndex();
        const JsonNode::Contents &contents = *node->contents;
        const int missing = row + 1 - static_cast<int>(contents.children.size());
        if (missing > 0)
            fetch(*node, std::min(missing, RowsPerSeek), bytes);
        if (static_cast<std::size_t>(row) >= contents.children.size())
            return contents.isWhole ? std::optional(QModelIndex()) : std::nullopt;
        node = contents.children[static_cast<std::size_t>(row)].get();
    }
    return indexOf(*node);
}

JsonTrail JsonTreeModel::trail(const QModelIndex &index) const
{
    JsonTrail trail;
    for (const JsonNode *node = nodeAt(index); node && node->parent; node = node->parent)
        trail.push_back({std::string(node->name), node->row});
    std::ranges::reverse(trail);
    return trail;
}

QModelIndex JsonTreeModel::follow(const JsonTrail &trail)
{
    if (!m_root || trail.empty())
        return {};
    std::size_t bytes = BytesPerFetch;
    JsonNode *node = m_root.get();
    for (const JsonTrailStep &step : trail) {
        const bool isLong =
            !node->contents && !node->isContainer() && node->value.token.size() > JsonNode::LookedInto;
        if (isLong || !node->open())
            return {};
        const auto &children = node->contents->children;
        if (children.empty())
            fetch(*node, RowsPerFetch, bytes);
        const auto isMeant = [&step](const auto &child) {
            return child->note == JsonNode::Note::None && child->name == step.name;
        };
        const auto row = static_cast<std::size_t>(step.row);
        if (row < children.size() && isMeant(children[row])) {
            node = children[row].get();
            continue;
        }
        const auto found = std::ranges::find_if(children, isMeant);
        if (step.name.empty() || found == children.end())
            return {};
        node = found->get();
    }
    return indexOf(*node);
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const JsonNode *node = parent.isValid() ? nodeAt(parent) : m_root.get();
    return createIndex(row, column, node->contents->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    const JsonNode *node = nodeAt(child);
    return node ? indexOf(*node->parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    const JsonNode *node = parent.isValid() ? nodeAt(parent) : m_root.get();
    if (!node || !node->contents || parent.column() > 0)
        return 0;
    return static_cast<int>(node->contents->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent);
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    JsonNode *node = parent.isValid() ? nodeAt(parent) : m_root.get();
    return node && parent.column() <= 0 && node->isExpandable();
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    JsonNode *node = parent.isValid() ? nodeAt(parent) : m_root.get();
    return node && parent.column() <= 0 && node->isExpandable()
        && (!node->contents || !node->contents->isWhole);
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    JsonNode &node = parent.isValid() ? *nodeAt(parent) : *m_root;
    if (node.open()) {
        std::size_t bytes = BytesPerFetch;
        fetch(node, RowsPerFetch, bytes);
    } else { // a long string that only looked like JSON
        Q_EMIT dataChanged(parent.siblingAtColumn(NameColumn), parent.siblingAtColumn(ValueColumn));
    }
}

void JsonTreeModel::fetch(JsonNode &node, int rows, std::size_t &bytes)
{
    JsonNode::Contents &contents = *node.contents;
    auto row = static_cast<int>(contents.children.size());
    std::vector<std::unique_ptr<JsonNode>> found;
    const auto add = [&]() -> JsonNode & {
        found.push_back(std::make_unique<JsonNode>());
        found.back()->parent = &node;
        found.back()->row = row++;
        found.back()->nesting = node.nesting + 1;
        return *found.back();
    };
    while (!contents.isWhole && rows > 0 && bytes > 0) {
        const auto child = contents.scanner.next(bytes);
        if (!child) {
            contents.isWhole = contents.scanner.state() != JsonChildScanner::State::Scanning;
            if (contents.scanner.state() == JsonChildScanner::State::Broken)
                add().note = JsonNode::Note::Unreadable;
            continue;
        }
        --rows;
        contents.isWhole = row == MaxRows;
        JsonNode &added = add();
        if (contents.isWhole) {
            added.note = JsonNode::Note::Omitted;
            continue;
        }
        added.name = child->name;
        added.value = child->value;
        added.bytes = contents.bytes.substr(child->start);
    }
    if (found.empty())
        return;
    beginInsertRows(indexOf(node), found.front()->row, found.back()->row);
    for (auto &child : found)
        contents.children.push_back(std::move(child));
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    JsonNode *node = nodeAt(index);
    if (!node)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? JsonDisplay::name(*node) : JsonDisplay::value(*node);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? tr("%1: %2", "row of a JSON tree: name, value")
                                                  .arg(JsonDisplay::name(*node), JsonDisplay::value(*node))
                                            : JsonDisplay::value(*node);
    case PathRole: {
        const auto path = JsonDisplay::path(*node);
        return path ? Filter::pathText(*path) : QString();
    }
    case TextRole:
        return toQString(JsonDisplay::text(*node));
    case KindRole:
        return static_cast<int>(JsonDisplay::kind(*node));
    case JsonInStringRole:
        return node->holdsJson();
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

JsonNode *JsonTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<JsonNode *>(index.internalPointer()) : nullptr;
}

QModelIndex JsonTreeModel::indexOf(JsonNode &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, NameColumn, &node);
}

} // namespace Trailglass

#include "moc_jsontreemodel.cpp"
