//! The program: hands the command line to `cli` and ends with its exit code.
//!
//! May use: cli.

fn main() -> std::process::ExitCode {
    minhbach::cli::main(std::env::args_os())
}
