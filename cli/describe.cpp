#include "cli/commands.hpp"
namespace tumen::cli { void add_describe(CLI::App&, Session&) {} }
